package io.github.xunbang.command.internal;

import static io.github.xunbang.command.internal.FakeCommands.caller;
import static io.github.xunbang.command.internal.FakeCommands.file;
import static io.github.xunbang.command.internal.FakeCommands.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.CommandHandler.Effect;
import io.github.xunbang.command.CommandRouter;
import io.github.xunbang.command.CommandRouter.Found;
import io.github.xunbang.command.CommandRouter.Route;
import io.github.xunbang.command.CommandRouter.Unknown;
import io.github.xunbang.command.FreeTextHandler;
import io.github.xunbang.command.FreeTextHandler.Precedence;
import io.github.xunbang.command.internal.FakeCommands.FreeText;
import io.github.xunbang.command.internal.FakeCommands.Handler;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultCommandRouterTest {

  private static final List<CommandFile> FILES =
      List.of(
          file(
              "rank.yaml",
              "排名",
              "aliases: [排行, rank]\n"
                  + "arguments: [{name: metric, type: metric, optional: true},"
                  + " {name: period, type: period, optional: true}]"),
          file("report.yaml", "日报", "aliases: [报数]"),
          file("correct.yaml", "改", "aliases: [更正, 写错了]"),
          file("me.yaml", "我是", "arguments: [{name: name, type: word}]"),
          file(
              "target.yaml",
              "目标",
              "audience: manager\narguments: [{name: metric, type: metric}, {name: value, type:"
                  + " number}, {name: note, type: text, optional: true}]"),
          file("answer.yaml", "确认", null),
          file("help.yaml", "帮助", "audience: everyone"));
  private static final List<CommandHandler> HANDLERS =
      List.of(
          new Handler("排名", Effect.READ, true),
          new Handler("日报", Effect.LEDGER, false),
          new Handler("改", Effect.LEDGER, false),
          new Handler("我是", Effect.RECORD, true),
          new Handler("目标", Effect.RECORD, false),
          Handler.named("确认"),
          Handler.named("帮助"));
  private static final List<FreeTextHandler> FREE_TEXT =
      List.of(
          new FreeText(Precedence.BEFORE_COMMANDS, "确认", Pattern.compile("^[12]$")),
          new FreeText(Precedence.FIGURES, "日报", Pattern.compile("(意向|签单|业绩).?[0-9]")));

  private final CommandRouter router =
      new DefaultCommandRouter(
          new LoadedCommandCatalog(new CommandLoader(FILES).commands()),
          HANDLERS,
          FakeCommands.types(),
          FREE_TEXT);

  private Route route(String text) {
    return router.route(message(text), caller(Access.MANAGER));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          排名,               排名, ''
          排名 签单 上旬,     排名, 签单 上旬
          排名 上旬 签单,     排名, 上旬 签单
          排名签单上旬,       排名, 签单上旬
          排行　签单？,       排名, 签单？
          /排名,              排名, ''
          #排名 签单,         排名, 签单
          ，排名 呢,          排名, 呢
          RANK 签单,          排名, 签单
          ｒａｎｋ,           排名, ''
          排名 签单2,         日报, 排名 签单2
          日报：意向12,       日报, 意向12
          意向12 签单2,       日报, 意向12 签单2
          日報 意向12,        日报, 意向12
          我是张敏,           我是, 张敏
          我是说昨天签单2,    日报, 我是说昨天签单2
          改 意向5,           改,   意向5
          改意向5,            改,   意向5
          写错了，意向5,      改,   意向5
          1,                  确认, 1
          目标 签单 30 冲一冲 加油, 目标, 签单 30 冲一冲 加油
          目标30签单,         目标, 30签单
          """)
  void findsTheCommand(String text, String command, String input) {
    Route route = route(text);

    assertThat(route).isInstanceOf(Found.class);
    Found found = (Found) route;
    assertThat(found.handler().name()).isEqualTo(command);
    assertThat(found.call().input()).isEqualTo(input);
  }

  @Test
  void bindsArgumentsInFreeOrderAndTextTakesTheRest() {
    Found cut = (Found) route("排名签单上旬");
    Found rest = (Found) route("目标 30 签单 冲一冲，加油 大家");

    assertThat(cut.call().arguments().get("metric", String.class)).isEqualTo("签单");
    assertThat(cut.call().arguments().get("period", String.class)).isEqualTo("上旬");
    assertThat(rest.call().arguments().get("value", Number.class).intValue()).isEqualTo(30);
    assertThat(rest.call().arguments().get("note", String.class)).isEqualTo("冲一冲，加油 大家");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          排名 西瓜 | “西瓜”没看懂，这里要写指标名，例如“意向”，或时间，例如 上旬。\\n排名：试试
          排名 签单 上旬 下旬 | “下旬”是多出来的。\\n排名：试试
          目标 签单 | “目标”还缺数字，例如 12。\\n目标：试试
          我是 | “我是”还缺一个词。\\n我是：试试
          排民 | 没看懂“排民”。是不是想发：排名？发“帮助”看全部
          名排 | 没看懂“名排”。是不是想发：排名？发“帮助”看全部
          查一下排名 | 没看懂“查一下排名”。是不是想发：排名？发“帮助”看全部
          榜单给我 | 没看懂“榜单给我”。是不是想发：排名？发“帮助”看全部
          改天再聊 | 没看懂“改天再聊”。发“日报 意向12 签单2”登记今天的数，发“帮助”看全部
          ranking | 没看懂“ranking”。是不是想发：排名？发“帮助”看全部
          <b>@所有人 | 没看懂“＜b＞＠所有人”。发“日报 意向12 签单2”登记今天的数，发“帮助”看全部
          [微笑] | 我在。发“日报 意向12 签单2”登记今天的数，发“帮助”看全部
          😂😂 | 我在。发“日报 意向12 签单2”登记今天的数，发“帮助”看全部
          你好！ | 你好！发“日报 意向12 签单2”登记今天的数，发“帮助”看全部
          收到👍 | 不客气，加油！发“日报 意向12 签单2”登记今天的数，发“帮助”看全部
          打卡 | 打卡签到请用企业微信或微信自带的考勤。报今天的数请发：日报 意向12 签单2
          """)
  void answersWhatItDoesNotUnderstand(String text, String answer) {
    Route route = route(text);

    assertThat(route).isInstanceOf(Unknown.class);
    assertThat(((Unknown) route).reply().messages().get(0).text())
        .isEqualTo(answer.replace("\\n", "\n"));
  }

  @Test
  void suggestsOnlyWhatTheCallerMayUse() {
    Route member = router.route(message("木标"), caller(Access.MEMBER));
    Route manager = router.route(message("木标"), caller(Access.MANAGER));

    assertThat(((Unknown) member).reply().messages().get(0).text()).doesNotContain("目标");
    assertThat(((Unknown) manager).reply().messages().get(0).text()).contains("是不是想发：目标？");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "{", "}", "\\", "(", "\uD83D", "@", "/", "#", "%s"})
  void neverThrows(String text) {
    assertThat(route(text)).isNotNull();
  }

  @Test
  void neverThrowsOnRandomText() {
    Random random = new Random(7);
    String alphabet = "排名日报改我是目标签单意向12 ,.，：\n\t@#/{}[]A\uD83D\uDE02";

    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(random.nextInt(40), 0, alphabet.length())
          .forEach(at -> text.append(alphabet.charAt(at)));

      assertThat(route(text.toString())).isNotNull();
    }
  }
}
