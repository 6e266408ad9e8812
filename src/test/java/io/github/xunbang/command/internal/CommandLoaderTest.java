package io.github.xunbang.command.internal;

import static io.github.xunbang.command.internal.FakeCommands.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandDefinition.Argument;
import io.github.xunbang.command.CommandDefinition.Example;
import io.github.xunbang.message.Conversation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLoaderTest {

  @Test
  void readsEveryKey() {
    CommandFile file =
        file(
            "rank.yaml",
            """
            name: 排名
            aliases: [排行, 第几]
            audience: leader
            where: [group]
            arguments: [{name: metric, type: metric}, {name: period, type: period, optional: true}]
            help: 看排名，例如“排名 签单 上旬”
            replies:
              none: 还没有人报{metric}
            examples:
              - {given: [意向5], as: manager, at: "2026-12-25T09:00", say: 排名 1, reply: "…"}
            """);

    CommandLoader loader = new CommandLoader(List.of(file));

    assertThat(loader.problems()).isEmpty();
    assertThat(loader.commands().get(0).definition())
        .isEqualTo(
            new CommandDefinition(
                "排名",
                List.of("排行", "第几"),
                Access.LEADER,
                List.of(Conversation.Kind.GROUP),
                List.of(
                    new Argument("metric", "metric", true),
                    new Argument("period", "period", false)),
                "看排名，例如“排名 签单 上旬”",
                Map.of("none", "还没有人报{metric}"),
                List.of(
                    new Example(List.of("意向5"), Access.MANAGER, "2026-12-25T09:00", "排名 1", "…"))));
  }

  @Test
  void reportsEveryProblemOfEveryFileWithPlaceFoundAndExpected() {
    CommandLoader loader =
        new CommandLoader(
            List.of(
                file(
                    "a.yaml",
                    """
                    name: 甲
                    alias: [乙]
                    audience: boss
                    where: [everywhere]
                    replies: {bad: "少了{一半"}
                    examples: [{as: guest, at: 昨天, say: 甲}]
                    """),
                file("b.yaml", "help: [没有名字"),
                file("c.yaml", ""),
                file("d.yaml", "- 甲")));

    assertThat(loader.commands()).isEmpty();
    assertThat(loader.problems())
        .contains(
            "bot-commands/a.yaml: unknown key \"alias\" in the command; expected one of name,"
                + " aliases, audience, where, arguments, help, replies, examples (line 2)",
            "bot-commands/a.yaml: unknown audience \"boss\"; expected one of admin, everyone,"
                + " leader, manager, member (line 3)",
            "bot-commands/a.yaml: unknown where \"everywhere\"; expected one of group, private"
                + " (line 4)",
            "bot-commands/a.yaml: the command has no help; expected a text (line 1)",
            "bot-commands/a.yaml: reply \"bad\" has a stray brace; expected placeholders such as"
                + " {name} (line 5)",
            "bot-commands/a.yaml: unknown as \"guest\"; expected one of admin, leader, manager,"
                + " member (line 6)",
            "bot-commands/a.yaml: at is \"昨天\"; expected a time such as 2026-12-03T21:40 (line 6)",
            "bot-commands/a.yaml: an example has no reply; expected a text (line 6)")
        .anyMatch(problem -> problem.matches("bot-commands/b.yaml: not YAML: .* \\(line \\d+\\)"))
        .anyMatch(problem -> problem.startsWith("bot-commands/c.yaml: the file is empty"))
        .anyMatch(problem -> problem.startsWith("bot-commands/d.yaml: the command is a list"));
  }

  @Test
  void namesTheOtherFileOfAWordTakenTwice() {
    CommandLoader loader =
        new CommandLoader(
            List.of(file("rank.yaml", "榜", "aliases: [排名]"), file("ranking.yaml", "排名", null)));

    assertThat(loader.problems())
        .containsExactly(
            "bot-commands/rank.yaml: alias \"排名\" is already taken by ranking.yaml (line 3)");
  }

  @Test
  void anOverlayFileReplacesTheFileOfItsName(@TempDir Path overlay) throws IOException {
    Files.writeString(overlay.resolve("help.yaml"), "name: 帮助\nhelp: 换了词\n");

    List<CommandFile> files = CommandFiles.read(overlay);

    assertThat(files)
        .filteredOn(file -> file.name().equals("help.yaml"))
        .singleElement()
        .satisfies(file -> assertThat(file.content()).contains("换了词"))
        .satisfies(file -> assertThat(file.place()).startsWith(overlay.toString()));
  }

  @Test
  void thePackagedFilesAreRight() {
    assertThat(new CommandLoader(CommandFiles.read(null)).problems()).isEmpty();
  }
}
