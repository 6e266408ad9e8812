package io.github.xunbang.organization.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.UntrustedText;
import java.text.Normalizer;

/** Names of organizations: one short line without markup. */
final class TeamName {

  private static final int MAX = 20;

  private TeamName() {}

  /**
   * The name in its stored form.
   *
   * @param line the command to show as example, for instance {@code 绑定}
   * @throws CommandRejectedException when it is empty, too long or carries markup
   */
  static String checked(String line, String typed) {
    String name =
        Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().replaceAll("[ \\t]+", " ");
    boolean letters = name.codePoints().anyMatch(Character::isLetterOrDigit);
    if (!letters || !UntrustedText.oneLine(name, MAX).equals(name)) {
      throw new CommandRejectedException(
          "团队名要1到20个字，一行，不带@、#、*、<>这类符号。请这样写：%s 华东一队".formatted(line));
    }
    return name;
  }
}
