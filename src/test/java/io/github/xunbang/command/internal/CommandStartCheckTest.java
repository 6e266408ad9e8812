package io.github.xunbang.command.internal;

import static io.github.xunbang.command.internal.FakeCommands.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.command.FreeTextHandler.Precedence;
import io.github.xunbang.command.internal.FakeCommands.FreeText;
import io.github.xunbang.command.internal.FakeCommands.Handler;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CommandStartCheckTest {

  @Test
  void filesAndHandlersMustFitEachOther() {
    CommandLoader loader =
        new CommandLoader(
            List.of(
                file("rank.yaml", "排名", "arguments: [{name: what, type: colour}]"),
                file("orphan.yaml", "孤儿", null)));

    List<String> problems =
        CommandStartCheck.problems(
            loader,
            List.of(Handler.named("排名"), Handler.named("没文件"), Handler.named("排名")),
            List.of(new FreeText(Precedence.FIGURES, "日报", Pattern.compile("x"))),
            FakeCommands.types());

    assertThat(problems)
        .containsExactly(
            "bot-commands/rank.yaml: unknown argument type \"colour\"; expected one of metric,"
                + " number, period, text, word (line 3)",
            "Handler: no file for command \"没文件\"; expected one in bot-commands/",
            "Handler: command \"排名\" is already handled by Handler",
            "bot-commands/orphan.yaml: no handler for command \"孤儿\"; expected a CommandHandler"
                + " bean of this name (line 1)",
            "FreeText: command \"日报\" has no CommandHandler");
  }
}
