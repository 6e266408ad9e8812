package io.github.xunbang.command.internal;

import static io.github.xunbang.command.internal.FakeCommands.caller;
import static io.github.xunbang.command.internal.FakeCommands.file;
import static io.github.xunbang.command.internal.FakeCommands.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.CommandHandler.Effect;
import io.github.xunbang.command.CommandRouter.Found;
import io.github.xunbang.command.internal.FakeCommands.Handler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class HelpCommandsTest {

  private final List<CommandHandler> handlers = new ArrayList<>();
  private final DefaultCommandRouter router = router();

  private DefaultCommandRouter router() {
    List<CommandFile> files = new ArrayList<>(CommandFiles.read(null));
    files.removeIf(file -> !file.name().equals("help.yaml"));
    files.add(
        file(
            "report.yaml",
            "日报",
            "aliases: [报数]\nexamples: [{say: 日报 意向12, reply: …}, {say: 日报 无, reply: …}]"));
    files.add(file("undo.yaml", "撤销", null));
    files.add(file("rank.yaml", "排名", null));
    files.add(file("appoint.yaml", "任命", "audience: manager"));
    files.add(file("claim.yaml", "认领", "audience: everyone"));
    CommandCatalog catalog = new LoadedCommandCatalog(new CommandLoader(files).commands());
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    handlers.add(new HelpCommands(catalog, beans.getBeanProvider(CommandHandler.class)));
    handlers.add(new Handler("日报", Effect.LEDGER, false));
    handlers.add(new Handler("撤销", Effect.LEDGER, false));
    handlers.add(new Handler("排名", Effect.READ, true));
    handlers.add(new Handler("任命", Effect.RECORD, false));
    handlers.add(new Handler("认领", Effect.RECORD, false));
    handlers.forEach(handler -> beans.addBean(handler.name(), handler));
    return new DefaultCommandRouter(catalog, handlers, FakeCommands.types(), List.of());
  }

  private String ask(String text, Access access) {
    Found found = (Found) router.route(message(text), caller(access));
    return found.handler().handle(found.call()).messages().get(0).text();
  }

  @Test
  void listsWhatTheCallerMayUseByPurpose() {
    String member = ask("帮助", Access.MEMBER);
    String manager = ask("帮助", Access.MANAGER);

    assertThat(member).isEqualTo("上报：日报 撤销\n查询：帮助 排名\n开始：认领\n发“帮助 日报”看一条的写法");
    assertThat(manager).contains("\n管理：任命\n").hasLineCount(5);
  }

  @Test
  void showsOneCommandByNameOrAliasWithItsExamples() {
    assertThat(ask("帮助 报数", Access.MEMBER)).isEqualTo("日报：试试\n也可以说：报数\n例如：\n日报 意向12\n日报 无");
    assertThat(ask("帮助任命", Access.MANAGER)).isEqualTo("任命：试试\n谁能用：经理");
  }
}
