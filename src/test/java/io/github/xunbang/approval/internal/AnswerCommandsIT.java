package io.github.xunbang.approval.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.approval.OpenQuestion;
import io.github.xunbang.approval.OpenQuestions;
import io.github.xunbang.approval.QuestionHandler;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.TestCommands;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions asked, stored, answered, and answered again by a redelivery. */
class AnswerCommandsIT {

  private static final Instant NOW = Instant.parse("2026-12-03T13:40:00Z");
  private static final Conversation GROUP = Conversation.group("aibot", "g1");
  private static final Caller ZHANG = caller("zhangmin", GROUP);

  private EmbeddedTestDatabase database;
  private OpenQuestions questions;
  private AnswerCommands commands;
  private final List<String> answered = new ArrayList<>();
  private boolean asksOn;
  private int messages;

  @BeforeEach
  void start() {
    database = EmbeddedTestDatabase.inMemory();
    QuestionsRepository repository = new QuestionsRepository(database.template());
    questions =
        new MongoOpenQuestions(
            repository, new BusinessClock(Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"))));
    commands =
        new AnswerCommands(
            repository,
            TestCommands.provider(
                QuestionHandler.class, List.of(new Recording("guard"), new Recording("refusing"))));
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void theOnlyOpenQuestionIsAnsweredByItsOptionAndClosed() {
    ask("意向12");

    assertThat(say("2")).isEqualTo("done 意向12 2");

    assertThat(questions.open(ZHANG, NOW)).isEmpty();
    rejected("2", "没有等你确认的事");
  }

  @Test
  void confirmingMeansTheFirstOption() {
    for (String typed : List.of("确认", "是", "对", "回1")) {
      ask("意向12");
      assertThat(say(typed)).isEqualTo("done 意向12 1");
    }
  }

  @Test
  void withSeveralOpenABareAnswerIsAnsweredWithTheList() {
    ask("张敏 业绩35000");
    ask("张敏 意向12");

    for (String typed : List.of("1", "确认", "是", "取消")) {
      assertThat(say(typed)).contains("\n确认 1 张敏 业绩35000\n确认 2 张敏 意向12\n");
    }

    assertThat(answered).isEmpty();
    assertThat(say("确认 2 2")).isEqualTo("done 张敏 意向12 2");
    assertThat(say("确认")).isEqualTo("done 张敏 业绩35000 1");
  }

  @Test
  void wrongNumbersNameWhatThereIs() {
    ask("意向12");

    rejected("3", "意向12：没有这一项。\n回 1 = 登记，回 2 = 不登记");
    rejected("确认 7", "没有编号 7 的事，请回这里有的：\n确认 1 意向12");
    assertThat(questions.open(ZHANG, NOW)).hasSize(1);
  }

  @Test
  void courtesyConfirmsNothing() {
    assertThat(say("谢谢")).isEqualTo("不客气，一起加油！");
    assertThat(say("收到")).isEqualTo("好嘞，有数随时发。");
    ask("意向12");

    assertThat(say("好的")).isEqualTo("还差一步：意向12\n回 1 = 登记，回 2 = 不登记");

    assertThat(answered).isEmpty();
  }

  @Test
  void refusingClosesWithoutTheHandler() {
    ask("意向12");

    assertThat(say("取消")).isEqualTo("好，这件先不办：意向12");

    assertThat(questions.open(ZHANG, NOW)).isEmpty();
    assertThat(answered).isEmpty();
  }

  @Test
  void aRedeliveredAnswerMeetsItsOwnQuestionAndNoLaterOne() {
    ask("意向12");
    String first = say("same", "1");
    ask("业绩35000");

    String second = say("same", "1");

    assertThat(second).isEqualTo(first);
    assertThat(questions.open(ZHANG, NOW))
        .extracting(OpenQuestion::title)
        .containsExactly("业绩35000");
  }

  @Test
  void aQuestionAskedWhileAnsweringStaysOpen() {
    ask("意向12");
    asksOn = true;

    say("1");

    assertThat(questions.open(ZHANG, NOW)).extracting(OpenQuestion::title).containsExactly("意向12");
  }

  @Test
  void aRefusedAnswerLeavesTheQuestionOpen() {
    questions.ask(ZHANG, "refusing", "意向12", List.of("登记"), Map.of(), NOW.plusSeconds(600));

    rejected("1", "planted");

    assertThat(questions.open(ZHANG, NOW)).hasSize(1);
  }

  @Test
  void questionsKeepToThePersonAndTheConversationAndLapse() {
    ask("意向12");

    assertThat(questions.open(caller("liqiang", GROUP), NOW)).isEmpty();
    assertThat(questions.open(caller("zhangmin", Conversation.group("aibot", "g2")), NOW))
        .isEmpty();
    assertThat(questions.open(ZHANG, NOW.plusSeconds(600))).isEmpty();
  }

  @Test
  void aNewerQuestionReplacesItsLikeAndNumbersStaySmall() {
    ask("意向12");
    ask("业绩35000");
    OpenQuestion again = ask("意向12");
    questions.close(ZHANG, 2);

    assertThat(again.number()).isEqualTo(1);
    assertThat(ask("回款1").number()).isEqualTo(2);
    questions.closeKind(ZHANG, "guard");
    assertThat(questions.open(ZHANG, NOW)).isEmpty();
  }

  @Test
  void questionsComeBackAsTheyWereAsked() {
    OpenQuestion asked =
        questions.ask(
            ZHANG,
            "guard",
            "意向12",
            List.of("登记", "不登记"),
            Map.of("metric.1", "意向", "text", "{a}$b.c"),
            NOW.plusNanos(123456789));

    assertThat(questions.open(ZHANG, NOW)).containsExactly(asked);
  }

  @Test
  void questionsAskedAtOnceAreAllKept() throws Exception {
    List<Callable<OpenQuestion>> asking =
        IntStream.range(0, 10)
            .<Callable<OpenQuestion>>mapToObj(number -> () -> ask("意向" + number))
            .toList();
    ExecutorService workers = Executors.newFixedThreadPool(10);

    for (Future<OpenQuestion> asked : workers.invokeAll(asking)) {
      asked.get();
    }
    workers.shutdown();

    assertThat(questions.open(ZHANG, NOW))
        .extracting(OpenQuestion::number)
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  private OpenQuestion ask(String title) {
    return questions.ask(
        ZHANG, "guard", title, List.of("登记", "不登记"), Map.of("a.b", title), NOW.plusSeconds(600));
  }

  private String say(String text) {
    return say("msg" + ++messages, text);
  }

  private String say(String messageId, String text) {
    return TestCommands.say(
        commands,
        "confirm.yaml",
        ZHANG,
        TestCommands.message(messageId, GROUP, "zhangmin", null, text, NOW));
  }

  private void rejected(String text, String part) {
    assertThatThrownBy(() -> say(text))
        .isInstanceOf(CommandRejectedException.class)
        .hasMessageContaining(part);
  }

  private static Caller caller(String user, Conversation where) {
    return new Caller(where, user, "org", "m1", user, Access.MEMBER);
  }

  /** Writes down what was answered; the kind "refusing" refuses. */
  private final class Recording implements QuestionHandler {

    private final String kind;

    Recording(String kind) {
      this.kind = kind;
    }

    @Override
    public String kind() {
      return kind;
    }

    @Override
    public Reply answer(OpenQuestion question, int option, CommandCall call) {
      if (kind.equals("refusing")) {
        throw new CommandRejectedException("planted");
      }
      answered.add(question.title());
      if (asksOn) {
        questions.ask(
            ZHANG, "guard", question.title(), List.of("还是"), Map.of(), NOW.plusSeconds(900));
      }
      return Reply.text("done " + question.title() + " " + option);
    }
  }
}
