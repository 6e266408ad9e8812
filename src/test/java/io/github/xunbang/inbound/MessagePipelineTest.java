package io.github.xunbang.inbound;

import static io.github.xunbang.inbound.Fakes.definition;
import static io.github.xunbang.inbound.Fakes.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.CommandHandler.Effect;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.command.UnconfirmedException;
import io.github.xunbang.inbound.Outcome.Result;
import io.github.xunbang.message.Attachment;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.message.Quote;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class MessagePipelineTest {

  private static final List<Attachment> PICTURE =
      List.of(new Attachment(Attachment.Kind.PICTURE, "a.png", new byte[0]));

  private final Fakes.Organizations organizations = new Fakes.Organizations();
  private final Fakes.Router router = new Fakes.Router();
  private final Fakes.MemoryReceipts receipts = new Fakes.MemoryReceipts();
  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> handled = new ArrayList<>();
  private Instant realTime = Fakes.NOW;
  private MessagePipeline pipeline;

  @BeforeEach
  void setUp() {
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            return realTime;
          }

          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    CallExecution execution =
        new CallExecution(
            new ReceiptKeeper(receipts, clock, Runnable::run),
            clock,
            wait -> {
              pauses.add(wait);
              realTime = realTime.plus(wait);
            });
    pipeline =
        new MessagePipeline(
            new TextCleaner("旬榜"),
            organizations,
            router,
            execution,
            new ReplyDecoration(new Fakes.MemoryGreetings(), "旬榜"),
            call -> {});
    command("日报", Access.MEMBER, Effect.LEDGER, call -> Reply.text("已登记：" + call.input()));
  }

  private void command(
      String name, Access audience, Effect effect, Function<CommandCall, Reply> does) {
    router.add(
        definition(name, audience),
        new Fakes.Handler(
            name,
            effect,
            call -> {
              handled.add(call.input());
              return does.apply(call);
            }));
  }

  private String answer(InboundMessage message) {
    return pipeline.handle(message).reply().messages().stream()
        .map(OutboundMessage::text)
        .collect(Collectors.joining("\n--\n"));
  }

  @Test
  void handlesTheTextWithoutTheMention() {
    assertThat(answer(message("1", "@旬榜\u2005日报 意向12"))).isEqualTo("已登记：日报 意向12");
  }

  @Test
  void refusesAVeryLongTextUnread() {
    assertThat(answer(message("1", "日报".repeat(51_200))))
        .isEqualTo("这条太长了（102400字），一次最多20000字，请分几条发");
    assertThat(handled).isEmpty();
  }

  @Test
  void declinesAPictureButCountsTheTextBesideIt() {
    InboundMessage both = message("1", Fakes.GROUP, "日报 意向12", null, PICTURE);
    InboundMessage alone = message("2", Fakes.GROUP, "@旬榜 ", null, PICTURE);

    assertThat(answer(both)).isEqualTo("已登记：日报 意向12\n图片我看不了，请发文字");
    assertThat(answer(alone)).isEqualTo("图片我看不了，请发文字，例如：日报 意向12 签单2");
  }

  @Test
  void registersTheQuotedTextForTheSenderAndNamesThem() {
    Quote quote = new Quote("日报 意向12");

    assertThat(answer(message("1", Fakes.GROUP, "@旬榜", quote, List.of())))
        .isEqualTo("引用的那条按张敏的日报处理：\n已登记：日报 意向12");
    assertThat(answer(message("2", Fakes.GROUP, "@旬榜 登记", quote, List.of())))
        .startsWith("引用的那条按张敏的日报处理：");
    assertThat(answer(message("3", Fakes.GROUP, "@旬榜 日报 意向3", quote, List.of())))
        .isEqualTo("已登记：日报 意向3");
  }

  @Test
  void neverTakesItsOwnBoardForAQuotedReport() {
    Quote board = new Quote("【旬榜】2026年11月上旬 第1期 意向12");

    assertThat(answer(message("1", Fakes.GROUP, "@旬榜", board, List.of()))).startsWith("没看懂");
    assertThat(handled).isEmpty();
  }

  @Test
  void refusesWhoMayNotAndNamesWhoMay() {
    command("设置", Access.MANAGER, Effect.RECORD, call -> Reply.text("好"));
    command("任命", Access.ADMIN, Effect.RECORD, call -> Reply.text("好"));
    router.add(
        definition("认领", Access.GUEST, Conversation.Kind.PRIVATE),
        new Fakes.Handler("认领", Effect.RECORD, call -> Reply.text("好")));

    assertThat(answer(message("1", "设置 名称"))).isEqualTo("“设置”要经理来发，请找王芳");
    assertThat(answer(message("2", "任命 张敏"))).startsWith("“任命”要管理员来发");
    assertThat(answer(message("3", "认领 8F3K2P"))).isEqualTo("“认领”请私聊我发");
    assertThat(handled).isEmpty();
  }

  @Test
  void asksSomebodyUnknownToEnrolUnlessTheHandlerKnowsBetter() {
    organizations.speaker(Access.GUEST, "o1", null);

    assertThat(answer(message("1", "日报 意向12"))).isEqualTo("还不认识你，请先发：我是 姓名");
    assertThat(handled).isEmpty();
  }

  @Test
  void letsAHandlerAnswerSomebodyUnknown() {
    organizations.speaker(Access.GUEST, "o1", null);
    router.add(
        definition("日报", Access.MEMBER),
        new CommandHandler() {
          @Override
          public String name() {
            return "日报";
          }

          @Override
          public Effect effect() {
            return Effect.LEDGER;
          }

          @Override
          public Reply handle(CommandCall call) {
            throw new IllegalStateException("A guest must not get here");
          }

          @Override
          public Optional<Reply> handleGuest(CommandCall call) {
            return Optional.of(Reply.text("还没登记，先发：我是 姓名"));
          }
        });

    assertThat(answer(message("1", "日报 意向12"))).isEqualTo("还没登记，先发：我是 姓名");
  }

  @Test
  void tellsAnUnboundGroupWhatAnAdministratorTypes() {
    organizations.speaker(Access.GUEST, null, null);

    assertThat(answer(message("1", "日报 意向12"))).isEqualTo("这个群还没绑定团队，管理员请发：绑定 团队名");
    assertThat(answer(message("2", "你好"))).endsWith("\n这个群还没绑定团队，管理员请发：绑定 团队名");
  }

  @Test
  void greetsARealGroupOnceBeforeItsFirstAnswer() {
    Conversation real = Conversation.group("aibot", "wr1");

    String first = answer(message("1", real, "日报 意向12", null, List.of()));
    String second = answer(message("2", real, "日报 意向13", null, List.of()));

    assertThat(first).startsWith("大家好，我是旬榜").endsWith("\n\n已登记：日报 意向12");
    assertThat(second).isEqualTo("已登记：日报 意向13");
  }

  @Test
  void passesARejectionOnAsItIs() {
    command(
        "改",
        Access.MEMBER,
        Effect.LEDGER,
        call -> {
          throw new CommandRejectedException("“很多”不是数字。请这样写：改 意向5");
        });

    Outcome outcome = pipeline.handle(message("1", "改 意向很多"));

    assertThat(outcome.result()).isEqualTo(Result.REJECTED);
    assertThat(outcome.reply()).isEqualTo(Reply.text("“很多”不是数字。请这样写：改 意向5"));
  }

  @Test
  void answersPolitelyWhenAHandlerIsBroken() {
    command(
        "改",
        Access.MEMBER,
        Effect.LEDGER,
        call -> {
          throw new StackOverflowError();
        });

    Outcome outcome = pipeline.handle(message("1", "改 意向5"));

    assertThat(outcome.result()).isEqualTo(Result.FAILED);
    assertThat(outcome.reply().messages().get(0).text())
        .startsWith("刚才出了点问题（编号")
        .endsWith("，不确定有没有登记，请发“我的”核对");
  }

  @Test
  void aRecordIsHandledOnceAndARedeliveryAfterARestartGetsTheStoredAnswer() {
    command("设置", Access.MEMBER, Effect.RECORD, call -> Reply.text("好了" + handled.size()));

    String first = answer(message("1", "设置 名称"));
    String again = answer(message("1", "设置 名称"));

    assertThat(List.of(first, again)).containsExactly("好了1", "好了1");
    assertThat(handled).hasSize(1);
  }

  @Test
  void aRecordInterruptedByACrashIsHandledAgain() {
    command("设置", Access.MEMBER, Effect.RECORD, call -> Reply.text("好了"));
    receipts.claim("simulator|1");

    assertThat(answer(message("1", "设置 名称"))).isEqualTo("好了");
  }

  @Test
  void removesReceiptsAfterAWeekOncePerDay() {
    command("设置", Access.MEMBER, Effect.RECORD, call -> Reply.text("好了"));

    answer(message("1", "设置"));
    answer(message("2", "设置"));
    realTime = realTime.plus(Duration.ofDays(1));
    answer(message("3", "设置"));

    assertThat(receipts.cleanings)
        .containsExactly(Fakes.NOW.minus(Duration.ofDays(7)), Fakes.NOW.minus(Duration.ofDays(6)));
  }

  @Test
  void saysNotStoredOnlyWhenTheWriteNeverLeft() {
    command("改", Access.MEMBER, Effect.LEDGER, call -> neverLeft());
    command("设置", Access.MEMBER, Effect.RECORD, call -> neverLeft());
    command("排名", Access.MEMBER, Effect.READ, call -> neverLeft());

    assertThat(answer(message("1", "改"))).isEqualTo("数据库暂时连不上，这条没有登记，请过一分钟再发一次");
    assertThat(answer(message("2", "设置"))).isEqualTo("暂时没能确认，请稍后发“我的”核对");
    assertThat(answer(message("3", "排名"))).isEqualTo("数据库暂时连不上，请过一分钟再发一次");
    assertThat(pauses).isEmpty();
  }

  @Test
  void looksAnUnconfirmedWriteUpByHandlingItAgain() {
    AtomicInteger calls = new AtomicInteger();
    command(
        "改",
        Access.MEMBER,
        Effect.LEDGER,
        call -> calls.incrementAndGet() < 3 ? unconfirmed() : Reply.text("已登记"));

    assertThat(answer(message("1", "改"))).isEqualTo("已登记");
    assertThat(pauses).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
  }

  @Test
  void givesUpTheLookUpAfterTenSeconds() {
    command("改", Access.MEMBER, Effect.LEDGER, call -> unconfirmed());

    assertThat(answer(message("1", "改"))).isEqualTo("暂时没能确认，请稍后发“我的”核对");
    assertThat(Duration.between(Fakes.NOW, realTime)).isLessThanOrEqualTo(Duration.ofSeconds(10));
  }

  private static Reply neverLeft() {
    throw new DataAccessResourceFailureException("away", new MongoTimeoutException("x"));
  }

  private static Reply unconfirmed() {
    throw new UnconfirmedException("cut off", new IllegalStateException());
  }
}
