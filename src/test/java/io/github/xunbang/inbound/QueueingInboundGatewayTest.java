package io.github.xunbang.inbound;

import static io.github.xunbang.inbound.Fakes.definition;
import static io.github.xunbang.inbound.Fakes.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler.Effect;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.outbox.PermanentDeliveryException;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.outbox.TransientDeliveryException;
import io.github.xunbang.outbox.UnknownDeliveryException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class QueueingInboundGatewayTest {

  private static final int CAPACITY = 5;

  private final Fakes.Router router = new Fakes.Router();
  private final Fakes.MemoryOutbox outbox = new Fakes.MemoryOutbox();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<String> answers = new CopyOnWriteArrayList<>();
  private final ReplySink sink = reply -> answers.add(reply.messages().get(0).text());
  private final QueueingInboundGateway gateway = gateway(CAPACITY);

  private QueueingInboundGateway gateway(int capacity) {
    Clock clock = Clock.systemUTC();
    CallExecution execution =
        new CallExecution(
            new ReceiptKeeper(new Fakes.MemoryReceipts(), clock, Runnable::run), clock, wait -> {});
    MessagePipeline pipeline =
        new MessagePipeline(
            new TextCleaner("旬榜"),
            new Fakes.Organizations(),
            router,
            execution,
            new ReplyDecoration(new Fakes.MemoryGreetings(), "旬榜"),
            call -> {});
    return new QueueingInboundGateway(
        pipeline,
        new ReplyDelivery(
            outbox, new ConfirmationBursts(new Fakes.Organizations(), outbox, outbox, clock)),
        Executors.newFixedThreadPool(4),
        capacity,
        meters);
  }

  private void command(Function<CommandCall, Reply> does) {
    router.add(definition("日报", Access.MEMBER), new Fakes.Handler("日报", Effect.LEDGER, does));
  }

  private static InboundMessage in(String group, String id) {
    return message(id, Conversation.group("simulator", group), "日报 " + id, null, List.of());
  }

  private void awaitAnswers(int count) {
    await().untilAsserted(() -> assertThat(answers).hasSize(count));
  }

  @AfterEach
  void stop() throws InterruptedException {
    gateway.close();
  }

  @Test
  void keepsTheOrderOfAConversationAndRunsOthersBesideIt() throws InterruptedException {
    CountDownLatch released = new CountDownLatch(1);
    command(
        call -> {
          if (call.input().equals("日报 1")) {
            awaitLatch(released);
          }
          return Reply.text(call.input());
        });

    gateway.accept(in("a", "1"), sink);
    gateway.accept(in("a", "2"), sink);
    gateway.accept(in("b", "3"), sink);
    awaitAnswers(1);
    released.countDown();
    awaitAnswers(3);

    assertThat(answers).containsExactly("日报 3", "日报 1", "日报 2");
  }

  @Test
  void aRedeliveryGetsTheAnswerOfTheFirstAndIsNotHandled() {
    AtomicInteger handled = new AtomicInteger();
    command(call -> Reply.text("第" + handled.incrementAndGet() + "次"));

    gateway.accept(in("a", "1"), sink);
    gateway.accept(in("a", "1"), sink);
    awaitAnswers(2);
    gateway.accept(in("a", "1"), sink);
    awaitAnswers(3);

    assertThat(answers).containsOnly("第1次");
    assertThat(handled).hasValue(1);
  }

  @Test
  void aRedeliveryAfterAFailureIsHandledAgain() {
    AtomicInteger handled = new AtomicInteger();
    command(
        call -> {
          if (handled.incrementAndGet() == 1) {
            throw new IllegalStateException("bug");
          }
          return Reply.text("好了");
        });

    gateway.accept(in("a", "1"), sink);
    awaitAnswers(1);
    gateway.accept(in("a", "1"), sink);
    awaitAnswers(2);

    assertThat(answers).element(1).isEqualTo("好了");
  }

  @Test
  void answersThatItIsBusyWhenTooManyWaitAndForgetsTheMessage() {
    CountDownLatch released = new CountDownLatch(1);
    command(
        call -> {
          awaitLatch(released);
          return Reply.text("好了");
        });
    for (int i = 0; i < CAPACITY; i++) {
      gateway.accept(in("a", "m" + i), sink);
    }

    gateway.accept(in("b", "late"), sink);
    List<String> whileBusy = List.copyOf(answers);
    released.countDown();
    awaitAnswers(CAPACITY + 1);
    gateway.accept(in("b", "late"), sink);
    awaitAnswers(CAPACITY + 2);

    assertThat(whileBusy).containsExactly("现在消息太多，这条还没登记，请过一分钟再发一次");
    assertThat(answers.subList(1, CAPACITY + 2)).containsOnly("好了");
  }

  @Test
  void aClosedReplyWindowGoesThroughTheOutboxAndAnUnknownFateDoesNot() throws Exception {
    command(call -> Reply.text(call.input()));

    gateway.accept(in("a", "1"), failing(new TransientDeliveryException("late", null)));
    gateway.accept(in("a", "2"), failing(new PermanentDeliveryException("gone", null)));
    gateway.accept(in("a", "3"), failing(new UnknownDeliveryException("cut", null)));
    gateway.accept(in("a", "4"), failing(new IllegalStateException("bug")));
    gateway.close();

    assertThat(outbox.posts)
        .extracting(Post::key)
        .containsExactly("reply|simulator|1|0", "reply|simulator|2|0");
    assertThat(outbox.posts.get(0).lane()).isEqualTo(Post.Lane.REPLY);
    assertThat(outbox.posts.get(0).message().text()).isEqualTo("日报 1");
  }

  @Test
  void measuresAndTagsTheLogOfEachMessage() throws Exception {
    command(call -> Reply.text("编号" + MDC.get("correlationId")));

    gateway.accept(in("a", "1"), sink);
    gateway.close();

    assertThat(answers).containsExactly("编号" + Correlation.of("simulator|1"));
    assertThat(
            meters
                .get("xunbang.inbound.handled")
                .tags("command", "日报", "outcome", "done")
                .timer()
                .count())
        .isEqualTo(1);
  }

  @Test
  void closingLetsWhatWaitsBeAnsweredAndTakesNothingMore() throws Exception {
    command(call -> Reply.text("好了"));
    gateway.accept(in("a", "1"), sink);
    gateway.accept(in("a", "2"), sink);

    gateway.close();
    gateway.accept(in("a", "3"), sink);

    assertThat(answers).containsExactly("好了", "好了", "现在消息太多，这条还没登记，请过一分钟再发一次");
  }

  private static ReplySink failing(RuntimeException failure) {
    return reply -> {
      throw failure;
    };
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
