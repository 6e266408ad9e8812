package io.github.xunbang.task.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.message.PhoneNumbers;
import io.github.xunbang.message.UntrustedText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of notes on their way in and out. */
final class NoteText {

  private static final int LONGEST = 300;

  /** What may stand between a report word and its text: 求助：…, 求助王女士…, several lines. */
  private static final Pattern HEADING =
      Pattern.compile("(?s)[\\s/#]*(?:求助|建议|竞品|待办|计划)(?:\\s*[:：]|[^\\s,，:：]|.*\\n).*");

  private NoteText() {}

  /**
   * What is stored: phone numbers masked, since notes are read by many (design section 12).
   *
   * @throws CommandRejectedException when it is too long for a chat
   */
  static String checked(String typed) {
    String text = PhoneNumbers.masked(TypedText.clean(typed).strip());
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw new CommandRejectedException("太长了，没有记下：最多" + LONGEST + "字，请写短一点再发一次。");
    }
    return text;
  }

  /** One harmless line of at most {@code most} characters. */
  static String shown(String text, int most) {
    return UntrustedText.oneLine(text.replaceAll("\\s+", " "), most);
  }

  /** Whether the text may also be a line of a report, so that figures in it make it one. */
  static boolean beginsReport(String text) {
    return HEADING.matcher(text).matches();
  }

  /**
   * A number typed in front: {@code H3 …}, {@code #3}, {@code 3}.
   *
   * @param rest what follows it
   */
  record Reference(int number, String rest) {}

  /** The number that {@code typed} begins with; without letter or # it must stand alone. */
  static Optional<Reference> reference(NoteKind kind, String typed) {
    String text = TypedText.normalize(typed);
    String letter = kind.letter().toLowerCase(java.util.Locale.ROOT);
    Matcher found =
        Pattern.compile(
                "^(?:(?:#\\s*%s?|%s)\\s*#?\\s*(\\d{1,6})(?!\\d)|(\\d{1,6})(?=\\s|$))[\\s:,，]*"
                    .formatted(letter, letter))
            .matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    String digits = found.group(1) == null ? found.group(2) : found.group(1);
    return Optional.of(
        new Reference(Integer.parseInt(digits), typed.substring(found.end()).strip()));
  }
}
