package io.github.xunbang.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.Mention;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.storage.DatabaseKind;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import io.github.xunbang.storage.HandTurnedClock;
import io.github.xunbang.storage.Lease;
import io.github.xunbang.storage.TestCiphers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ways, lanes, budgets, merging and dead letters of the outbox, with channels that record. */
class OutboxTrafficIT {

  private static final Instant NOW = Instant.parse("2026-12-11T00:35:00Z");
  private static final int NO_LIMIT = RecordingChannel.NO_LIMIT;
  private static final Conversation GROUP = Conversation.group("aibot", "g1");

  private final EmbeddedTestDatabase db = EmbeddedTestDatabase.inMemory();
  private final HandTurnedClock real = new HandTurnedClock(NOW);
  private final BusinessClock clock = new BusinessClock(real);
  private final RecordingChannel aibot = new RecordingChannel("aibot", "aibot");
  private final RecordingChannel webhook = new RecordingChannel("webhook", "aibot");
  private final List<DeliveryChannel> channels = new ArrayList<>(List.of(webhook, aibot));
  private final List<DeliveryTrouble> troubles = new ArrayList<>();
  private DurableOutboxService outbox = service();

  OutboxTrafficIT() {
    aibot.can = new Capabilities(true, false, false, false, 20_480, NO_LIMIT, NO_LIMIT);
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void onlyPostsThatMentionPeopleTakeTheWebhook() {
    outbox.enqueue(mentioning("张敏 请报数"));
    outbox.enqueue(post("榜", Post.Lane.BOARD, "榜"));

    outbox.drain();

    assertThat(webhook.delivered).containsExactly("张敏 请报数");
    assertThat(aibot.delivered).containsExactly("榜");
  }

  @Test
  void aWebhookThatIsGoneIsToldOnceUntilItWorksAgain() {
    webhook.refusal = new PermanentDeliveryException("errcode=93000", null);
    outbox.enqueue(mentioning("一"));
    outbox.enqueue(mentioning("二"));
    outbox.drain();
    outbox = service();
    outbox.enqueue(mentioning("三"));
    outbox.drain();
    assertThat(aibot.delivered).containsExactly("一", "二", "三");
    assertThat(troubles)
        .extracting(DeliveryTrouble::outcome)
        .containsExactly(DeliveryTrouble.Outcome.REROUTED);

    webhook.refusal = null;
    outbox.enqueue(mentioning("四"));
    outbox.drain();
    webhook.refusal = new PermanentDeliveryException("errcode=93000", null);
    outbox.enqueue(mentioning("五"));
    outbox.drain();

    assertThat(webhook.delivered).containsExactly("四");
    assertThat(aibot.delivered).endsWith("五");
    assertThat(troubles).hasSize(2);
  }

  @Test
  void anAnswerPassesBetweenThePartsOfALongBoard() {
    aibot.can = new Capabilities(true, false, false, false, 13, NO_LIMIT, NO_LIMIT);
    outbox.enqueue(post("board", Post.Lane.BOARD, "一二\n三四\n五六\n七八\n九十"));
    aibot.afterEach = () -> outbox.enqueue(post("answer", Post.Lane.REPLY, "答"));

    outbox.drain();

    assertThat(aibot.delivered).containsExactly("一二\n三四", "答", "五六\n七八", "九十");
  }

  @Test
  void directAnswersAndPostsShareOneBudgetOfWhichPostsLeaveAQuarter() {
    aibot.can = new Capabilities(true, false, false, false, 20_480, 8, NO_LIMIT);
    assertThat(outbox.take(GROUP, 5)).isTrue();
    outbox.enqueue(post("b1", Post.Lane.BOARD, "榜一"));
    outbox.enqueue(post("b2", Post.Lane.BOARD, "榜二"));
    outbox.drain();
    assertThat(aibot.delivered).containsExactly("榜一");

    assertThat(outbox.take(GROUP, 2)).isTrue();
    assertThat(outbox.take(GROUP, 1)).isFalse();
    outbox.enqueue(post("r1", Post.Lane.REPLY, "答"));
    real.turn(Duration.ofSeconds(62));
    assertThat(outbox.take(GROUP, 1)).as("behind the answer that waits").isFalse();
    outbox.drain();

    assertThat(aibot.delivered).containsExactly("榜一", "答", "榜二");
  }

  @Test
  void noMinuteEverSeesMoreThanItsBudget() {
    aibot.can = new Capabilities(true, false, false, false, 20_480, 30, 1000);
    List<Long> taken = new ArrayList<>();
    for (int second = 0; second < 300; second++) {
      if (outbox.take(GROUP, 1)) {
        taken.add((long) second);
      }
      real.turn(Duration.ofSeconds(1));
    }

    assertThat(taken).hasSizeGreaterThan(140);
    for (long from : taken) {
      assertThat(taken)
          .filteredOn(at -> at >= from && at <= from + 60)
          .hasSizeLessThanOrEqualTo(30);
    }
  }

  @Test
  void aClockThatIsSetBackNeitherUsesUpABudgetNorHidesOtherInstancesPosts() {
    aibot.can = new Capabilities(true, false, false, false, 20_480, 3, NO_LIMIT);
    DurableOutboxService here = service(DatabaseKind.SERVER);
    assertThat(here.take(GROUP, 3)).isTrue();
    here.drain();

    real.turn(Duration.ofHours(-1));
    service().enqueue(post("elsewhere", Post.Lane.BOARD, "榜"));
    here.drain();

    assertThat(aibot.delivered).containsExactly("榜");
  }

  @Test
  void aRateLimitOfTwoMinutesDelaysEverythingAndDoublesNothing() {
    aibot.refusal = new TransientDeliveryException("errcode=45009", null);
    IntStream.range(0, 5).forEach(i -> outbox.enqueue(post("p" + i, Post.Lane.BOARD, "榜" + i)));
    for (int second = 0; second < 120; second++) {
      outbox.drain();
      real.turn(Duration.ofSeconds(1));
    }
    assertThat(aibot.delivered).isEmpty();

    aibot.refusal = null;
    for (int second = 0; second < 240; second++) {
      outbox.drain();
      real.turn(Duration.ofSeconds(1));
    }

    assertThat(aibot.delivered).containsExactly("榜0", "榜1", "榜2", "榜3", "榜4");
    assertThat(troubles).isEmpty();
  }

  @Test
  void postsOfOneHeadingAreSaidTogetherAsFarAsTheyFit() {
    aibot.can = new Capabilities(true, false, false, false, 60, NO_LIMIT, NO_LIMIT);
    Instant due = NOW.plusSeconds(15);
    for (String line : List.of("张敏 意向12 签单2", "李强 意向8", "王芳 签单1")) {
      outbox.merge(post(line, Post.Lane.REPLY, line), "已登记：", due);
    }
    outbox.enqueue(post("answer", Post.Lane.REPLY, "答"));
    outbox.drain();
    assertThat(aibot.delivered)
        .as("answers do not wait for what is collected")
        .containsExactly("答");

    real.turn(Duration.ofSeconds(15));
    outbox = service();
    outbox.drain();
    outbox.drain();

    assertThat(aibot.delivered).containsExactly("答", "已登记：\n张敏 意向12 签单2\n李强 意向8", "已登记：\n王芳 签单1");
  }

  @Test
  void aDeadLetterIsToldOnceAndSentAgainOncePerRequest() {
    aibot.failures.add(new UnknownDeliveryException("no answer", null));
    outbox.enqueue(post("board", Post.Lane.BOARD, "【旬榜】2026年12月上旬 第1期\n签单"));
    outbox.drain();
    service().drain();
    assertThat(troubles)
        .containsExactly(
            new DeliveryTrouble("o1", 1, "board", GROUP, DeliveryTrouble.Outcome.UNKNOWN, "旬榜"));

    aibot.failures.add(new UnknownDeliveryException("no answer", null));
    assertThat(outbox.retry("board", "m1", () -> {})).isTrue();
    outbox.drain();
    assertThat(outbox.retry("board", "m1", () -> {})).as("the same request again").isFalse();
    assertThat(outbox.retry("board", "m2", () -> {})).isTrue();
    outbox.drain();

    assertThat(aibot.delivered).hasSize(1);
    assertThat(troubles).hasSize(2);
  }

  @Test
  void whatADyingProcessLeftUntoldIsToldAtTheNextStart() {
    PostRepository posts = new PostRepository(db.template(), TestCiphers.withKey());
    outbox.enqueue(post("sending", Post.Lane.BOARD, "榜"));
    posts.claim("sending", 2048, NOW, PostDelivery.LEASE);
    outbox.enqueue(post("failed", Post.Lane.BOARD, "榜"));
    posts.reject("failed", NOW, "errcode=93001");

    service().drain();
    service().drain();

    assertThat(troubles)
        .extracting(DeliveryTrouble::postKey, DeliveryTrouble::number)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("sending", 1),
            org.assertj.core.groups.Tuple.tuple("failed", 2));
  }

  @Test
  void aDigestLargerThanEveryLimitArrivesWholeAndInOrder() {
    aibot.can = new Capabilities(true, false, false, false, 2048, NO_LIMIT, NO_LIMIT);
    StringBuilder digest = new StringBuilder("【月报】👍\n");
    for (int line = 0; digest.length() < 22_000; line++) {
      digest.append(line).append(" 👨‍👩‍👧 张敏 意向客户12 签单2 目标达成率80%\n");
    }
    digest.append("一".repeat(3000)).append("😀".repeat(600));

    outbox.enqueue(post("digest", Post.Lane.BOARD, digest.toString()));
    outbox.drain();

    assertThat(aibot.delivered)
        .hasSizeGreaterThan(25)
        .allSatisfy(
            part ->
                assertThat(part.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(2048));
    assertThat(String.join("", aibot.delivered).replace("\n", ""))
        .isEqualTo(digest.toString().replace("\n", ""));
  }

  private DurableOutboxService service() {
    return service(DatabaseKind.EMBEDDED);
  }

  private DurableOutboxService service(DatabaseKind kind) {
    PostRepository posts = new PostRepository(db.template(), TestCiphers.withKey());
    return new DurableOutboxService(
        posts,
        clock,
        kind,
        new AnyLease(),
        new OutboxMetrics(new SimpleMeterRegistry()),
        new DeliveryTroubles(new TroublesRepository(db.template()), posts, clock, troubles::add),
        () -> channels,
        List::of);
  }

  private static Post mentioning(String text) {
    return new Post(
        text,
        "o1",
        GROUP,
        Post.Lane.REMINDER,
        new OutboundMessage(text, List.of(new Mention("u1", "张敏")), List.of()));
  }

  private static Post post(String key, Post.Lane lane, String text) {
    return new Post(key, "o1", GROUP, lane, OutboundMessage.text(text));
  }

  private static final class AnyLease implements Lease {
    @Override
    public boolean acquire(String name, Duration validity) {
      return true;
    }

    @Override
    public void release(String name) {}
  }
}
