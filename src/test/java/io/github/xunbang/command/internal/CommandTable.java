package io.github.xunbang.command.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandDefinition.Example;
import io.github.xunbang.message.Conversation;
import java.util.List;

/** The command table of the READMEs, written from the files between two markers. */
final class CommandTable {

  static final String START = "<!-- commands:start -->";
  static final String END = "<!-- commands:end -->";

  private final List<CommandDefinition> commands;
  private final boolean chinese;

  CommandTable(List<CommandDefinition> commands, boolean chinese) {
    this.commands = commands;
    this.chinese = chinese;
  }

  /** {@code readme} with the table of today between its markers. */
  String into(String readme) {
    int start = readme.indexOf(START);
    int end = readme.indexOf(END);
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("README needs the lines " + START + " and " + END);
    }
    return readme.substring(0, start + START.length()) + "\n" + table() + readme.substring(end);
  }

  private String table() {
    StringBuilder table =
        new StringBuilder(
            chinese
                ? "| 命令 | 也可以说 | 谁能用 | 说明 | 例子 |\n"
                : "| Command | Also | Who | What it does (as 帮助 says it) | Example |\n");
    table.append("|---|---|---|---|---|\n");
    commands.forEach(command -> table.append(row(command)));
    return table.toString();
  }

  private String row(CommandDefinition command) {
    String example = command.examples().stream().map(Example::say).findFirst().orElse("");
    return "| "
        + String.join(
            " | ",
            cell(command.name()),
            cell(String.join(" ", command.aliases())),
            audience(command.audience()) + where(command.where()),
            cell(command.help()),
            example.isEmpty() ? "" : "`" + cell(example) + "`")
        + " |\n";
  }

  private String audience(Access audience) {
    return switch (audience) {
      case GUEST -> chinese ? "所有人" : "everyone";
      case MEMBER -> chinese ? "成员" : "member";
      case LEADER -> chinese ? "组长" : "leader";
      case MANAGER -> chinese ? "经理" : "manager";
      case ADMIN -> chinese ? "管理员" : "administrator";
    };
  }

  private String where(List<Conversation.Kind> where) {
    if (where.size() != 1) {
      return "";
    }
    boolean group = where.get(0) == Conversation.Kind.GROUP;
    return chinese ? (group ? "，群里" : "，私聊") : (group ? ", in a group" : ", in private");
  }

  private static String cell(String text) {
    return text.strip().replace("|", "\\|").replaceAll("\\s*\\n\\s*", " ⏎ ");
  }
}
