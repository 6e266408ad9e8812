package io.github.xunbang.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.storage.DatabaseKind;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import io.github.xunbang.storage.HandTurnedClock;
import io.github.xunbang.storage.Lease;
import io.github.xunbang.storage.TestCiphers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxServiceIT {

  private static final Instant NOW = Instant.parse("2026-12-11T00:35:00Z");
  private static final int NO_LIMIT = Integer.MAX_VALUE;
  private static final Conversation GROUP = Conversation.group("fake", "g1");

  private final EmbeddedTestDatabase db = EmbeddedTestDatabase.inMemory();
  private final HandTurnedClock real = new HandTurnedClock(NOW);
  private final BusinessClock clock = new BusinessClock(real);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final FakeChannel channel = new FakeChannel();
  private final List<DeliveryChannel> channels = new ArrayList<>(List.of(channel));
  private final List<DeliveryTrouble> troubles = new ArrayList<>();
  private @Nullable Instant quietUntil;
  private final DeliveryHold hold =
      (organization, conversation, lane, now) -> Optional.ofNullable(quietUntil);

  /** Delivers into a list; fails first with what is planned. */
  private static final class FakeChannel implements DeliveryChannel {
    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final Queue<RuntimeException> failures = new ArrayDeque<>();
    private boolean ready = true;
    private Capabilities can = new Capabilities(true, true, true, true, 2048, NO_LIMIT, NO_LIMIT);

    @Override
    public String channel() {
      return "fake";
    }

    @Override
    public Capabilities capabilities(Conversation conversation) {
      return can;
    }

    @Override
    public boolean ready() {
      return ready;
    }

    @Override
    public void deliver(Conversation conversation, OutboundMessage message) {
      RuntimeException failure = failures.poll();
      if (failure != null) {
        throw failure;
      }
      delivered.add(message.text());
    }
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void deliversInOrderWithinALaneAndUrgentLanesFirst() {
    var outbox = service(DatabaseKind.EMBEDDED);
    outbox.enqueue(post("b1", Post.Lane.BOARD));
    outbox.enqueue(post("b2", Post.Lane.BOARD));
    outbox.enqueue(post("m1", Post.Lane.REMINDER));
    outbox.enqueue(post("r1", Post.Lane.REPLY));

    outbox.drain();

    assertThat(channel.delivered).containsExactly("r1", "m1", "b1", "b2");
    assertThat(state("b2")).isEqualTo(PostState.SENT);
    assertThat(registry.counter("xunbang.outbox.sent").count()).isEqualTo(4);
  }

  @Test
  void deliversAKeyOnce() {
    var outbox = service(DatabaseKind.EMBEDDED);
    outbox.enqueue(post("旬榜", Post.Lane.BOARD));
    outbox.enqueue(post("旬榜", Post.Lane.BOARD));
    outbox.drain();
    outbox.enqueue(post("旬榜", Post.Lane.BOARD));
    outbox.drain();

    assertThat(channel.delivered).containsExactly("旬榜");
  }

  @Test
  void triesAgainAfterAClearRefusalAndKeepsTheOrder() {
    var outbox = service(DatabaseKind.EMBEDDED);
    channel.failures.add(new TransientDeliveryException("errcode=45009", null));
    outbox.enqueue(post("first", Post.Lane.BOARD));
    outbox.enqueue(post("second", Post.Lane.BOARD));

    outbox.drain();
    assertThat(channel.delivered).isEmpty();
    real.turn(Duration.ofSeconds(13));
    outbox.drain();

    assertThat(channel.delivered).containsExactly("first", "second");
  }

  @Test
  void givesUpAfterEightRefusals() {
    var outbox = service(DatabaseKind.EMBEDDED);
    for (int number = 0; number < 8; number++) {
      channel.failures.add(new TransientDeliveryException("errcode=45009", null));
    }
    outbox.enqueue(post("a", Post.Lane.BOARD));

    for (int look = 0; look < 10; look++) {
      outbox.drain();
      real.turn(Duration.ofMinutes(15));
    }

    assertThat(channel.delivered).isEmpty();
    assertThat(state("a")).isEqualTo(PostState.FAILED);
  }

  @Test
  void heldPostsWaitForTheirBusinessInstantAndAnswersDoNot() {
    var outbox = service(DatabaseKind.EMBEDDED);
    quietUntil = NOW.plus(Duration.ofHours(9));
    outbox.enqueue(post("board", Post.Lane.BOARD));
    outbox.enqueue(post("second board", Post.Lane.BOARD));
    outbox.enqueue(post("reminder", Post.Lane.REMINDER));
    outbox.enqueue(post("answer", Post.Lane.REPLY));

    outbox.drain();
    assertThat(channel.delivered).containsExactly("answer");
    assertThat(outbox.nextRelease()).contains(quietUntil);
    // Business time jumps, real time does not.
    clock.moveTo(quietUntil);
    outbox.drain();

    assertThat(channel.delivered).containsExactly("answer", "reminder", "board", "second board");
    assertThat(outbox.nextRelease()).isEmpty();
  }

  @Test
  void whatGrewStaleWhileItWaitedIsDroppedUnlessAskedForAgainOrBegun() {
    channel.can = new Capabilities(true, true, true, true, 13, 1, NO_LIMIT);
    var outbox = service(DatabaseKind.EMBEDDED);
    Instant halfPast = NOW.plus(Duration.ofMinutes(30));
    channel.failures.add(new PermanentDeliveryException("unknown chat", null));
    outbox.enqueue(post("asked for", Post.Lane.REPLY).goodUntil(halfPast));
    outbox.drain();
    real.turn(Duration.ofMinutes(2));
    outbox.enqueue(post("一二\n三四\n五六", Post.Lane.REMINDER).goodUntil(halfPast));
    outbox.drain();
    channel.ready = false;
    outbox.enqueue(post("reminder", Post.Lane.REMINDER).goodUntil(halfPast));
    outbox.enqueue(post("board", Post.Lane.BOARD));
    outbox.retry("asked for", "m1", () -> {});
    outbox.drain();
    real.turn(Duration.ofMinutes(40));
    channel.ready = true;
    for (int minute = 0; minute < 40; minute++) {
      real.turn(Duration.ofMinutes(2));
      outbox.drain();
    }

    assertThat(channel.delivered).containsExactlyInAnyOrder("一二\n三四", "五六", "asked for", "board");
    assertThat(state("reminder")).isEqualTo(PostState.STALE);
    assertThat(troubles).extracting(DeliveryTrouble::postKey).containsExactly("asked for");
    outbox.cleanUp(real.instant());
    assertThat(db.template().findById("reminder", PostDocument.class)).isNull();
  }

  @Test
  void waitsUncountedWhileTheChannelIsNotReady() {
    var outbox = service(DatabaseKind.EMBEDDED);
    channel.ready = false;
    outbox.enqueue(post("a", Post.Lane.BOARD));
    for (int look = 0; look < 10; look++) {
      outbox.drain();
      real.turn(Duration.ofHours(1));
    }
    assertThat(state("a")).isEqualTo(PostState.QUEUED);

    channel.ready = true;
    outbox.drain();

    assertThat(channel.delivered).containsExactly("a");
  }

  @Test
  void stopsAtAPermanentRefusal() {
    var outbox = service(DatabaseKind.EMBEDDED);
    channel.failures.add(new PermanentDeliveryException("unknown chat", null));
    outbox.enqueue(post("a", Post.Lane.BOARD));

    outbox.drain();

    assertThat(state("a")).isEqualTo(PostState.FAILED);
    assertThat(document("a").lastError()).isEqualTo("unknown chat");
    assertThat(registry.counter("xunbang.outbox.failed").count()).isEqualTo(1);
  }

  @Test
  void neverResendsWhatMayHaveArrived() {
    var outbox = service(DatabaseKind.EMBEDDED);
    channel.failures.add(new UnknownDeliveryException("no answer", null));
    channel.failures.add(new IllegalStateException("a bug after the send"));
    outbox.enqueue(post("a", Post.Lane.BOARD));
    outbox.enqueue(post("b", Post.Lane.BOARD));
    outbox.drain();

    real.turn(Duration.ofHours(1));
    service(DatabaseKind.EMBEDDED).drain();

    assertThat(channel.delivered).isEmpty();
    assertThat(List.of(state("a"), state("b"))).containsOnly(PostState.UNKNOWN);
  }

  @Test
  void treatsWhatWasCutOffAsUnknown() {
    service(DatabaseKind.EMBEDDED).enqueue(post("cut", Post.Lane.BOARD));
    new PostRepository(db.template(), TestCiphers.withKey())
        .claim("cut", 2048, real.instant(), PostDelivery.LEASE);

    service(DatabaseKind.EMBEDDED).drain();

    assertThat(channel.delivered).isEmpty();
    assertThat(state("cut")).isEqualTo(PostState.UNKNOWN);
  }

  @Test
  void waitsForTheLeaseBeforeCallingAnotherInstancesPostUnknown() {
    service(DatabaseKind.SERVER).enqueue(post("cut", Post.Lane.BOARD));
    new PostRepository(db.template(), TestCiphers.withKey())
        .claim("cut", 2048, real.instant(), PostDelivery.LEASE);
    var alive = service(DatabaseKind.SERVER);

    alive.drain();
    assertThat(state("cut")).isEqualTo(PostState.SENDING);
    real.turn(PostDelivery.LEASE);
    alive.drain();

    assertThat(state("cut")).isEqualTo(PostState.UNKNOWN);
  }

  @Test
  void twoInstancesDeliverOnce() throws InterruptedException {
    var one = service(DatabaseKind.SERVER);
    var two = service(DatabaseKind.SERVER);
    for (int number = 0; number < 50; number++) {
      one.enqueue(post("post" + number, Post.Lane.BOARD));
    }

    ExecutorService both = Executors.newFixedThreadPool(2);
    both.execute(one::drain);
    both.execute(two::drain);
    both.shutdown();

    assertThat(both.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(channel.delivered).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void splitsALongTextAndNeverRepeatsASentPart() {
    channel.can = new Capabilities(true, true, true, true, 13, NO_LIMIT, NO_LIMIT);
    var outbox = service(DatabaseKind.EMBEDDED);
    outbox.enqueue(post("一二\n三四\n五六", Post.Lane.BOARD));
    channel.failures.add(new TransientDeliveryException("busy", null));
    outbox.drain();
    real.turn(Duration.ofMinutes(1));
    outbox.drain();

    assertThat(channel.delivered).containsExactly("一二\n三四", "五六");
  }

  @Test
  void keepsToTheBudgetOfAConversationAlsoBetweenParts() {
    channel.can = new Capabilities(true, true, true, true, 13, 1, NO_LIMIT);
    var outbox = service(DatabaseKind.EMBEDDED);
    outbox.enqueue(post("一二\n三四\n五六", Post.Lane.BOARD));

    outbox.drain();
    assertThat(channel.delivered).containsExactly("一二\n三四");
    assertThat(document("一二\n三四\n五六").partsSent()).isEqualTo(1);
    real.turn(Duration.ofSeconds(61));
    service(DatabaseKind.EMBEDDED).drain();

    assertThat(channel.delivered).containsExactly("一二\n三四", "五六");
  }

  @Test
  void failsWithAReasonWhereNobodyCanSpeak() {
    var outbox = service(DatabaseKind.EMBEDDED);
    channel.can = new Capabilities(false, true, true, true, 2048, NO_LIMIT, NO_LIMIT);
    outbox.enqueue(post("a", Post.Lane.BOARD));
    outbox.enqueue(
        new Post(
            "b",
            "o1",
            Conversation.group("absent", "g"),
            Post.Lane.BOARD,
            OutboundMessage.text("hi")));

    outbox.drain();

    assertThat(document("a").lastError()).contains("cannot speak first");
    assertThat(document("b").lastError()).isEqualTo("no channel absent");
    assertThat(List.of(state("a"), state("b"))).containsOnly(PostState.FAILED);
  }

  @Test
  void theWorkerDeliversWhatIsNew() {
    var outbox = service(DatabaseKind.EMBEDDED);
    OutboxWorker worker = new OutboxWorker(outbox, clock);

    worker.start();
    try {
      outbox.enqueue(post("a", Post.Lane.REPLY));
      org.awaitility.Awaitility.await().until(() -> state("a") == PostState.SENT);
    } finally {
      worker.stop();
    }

    assertThat(channel.delivered).containsExactly("a");
  }

  private PostDocument document(String key) {
    return db.template().findById(key, PostDocument.class);
  }

  private PostState state(String key) {
    return document(key).state();
  }

  private DurableOutboxService service(DatabaseKind kind) {
    PostRepository posts = new PostRepository(db.template(), TestCiphers.withKey());
    return new DurableOutboxService(
        posts,
        clock,
        kind,
        new NoLease(),
        new OutboxMetrics(registry),
        new DeliveryTroubles(new TroublesRepository(db.template()), posts, clock, troubles::add),
        () -> channels,
        () -> List.of(hold));
  }

  private static Post post(String key, Post.Lane lane) {
    return new Post(key, "o1", GROUP, lane, OutboundMessage.text(key));
  }

  /** Grants everything, so that only the claims keep instances apart. */
  private static final class NoLease implements Lease {
    @Override
    public boolean acquire(String name, Duration validity) {
      return true;
    }

    @Override
    public void release(String name) {}
  }
}
