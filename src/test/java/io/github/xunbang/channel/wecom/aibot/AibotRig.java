package io.github.xunbang.channel.wecom.aibot;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.inbound.InboundGateway;
import io.github.xunbang.inbound.ReplySink;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.outbox.DirectReplies;
import io.github.xunbang.storage.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.awaitility.Awaitility;

/**
 * The channel wired to a fake gateway, a fake lease and a fake {@code inbound}, with short waits.
 */
final class AibotRig implements AutoCloseable {

  static final AibotTimings TIMINGS =
      new AibotTimings(
          Duration.ofMillis(5),
          Duration.ofSeconds(5),
          Duration.ofMillis(1500),
          Duration.ofMillis(400),
          Duration.ofMillis(20),
          Duration.ofMillis(80),
          Duration.ofMillis(500),
          Duration.ofMillis(800),
          Duration.ofMillis(800),
          Duration.ofSeconds(2),
          Duration.ofMillis(20),
          Duration.ofMillis(200));

  final FakeAibotGateway gateway = FakeAibotGateway.start("BOT", "SECRET");
  final FakeLease lease = new FakeLease();
  final RecordingInbound inbound = new RecordingInbound();
  final BusinessClock clock = new BusinessClock(Clock.system(ZoneId.of("Asia/Shanghai")));
  final AibotFrames frames = new AibotFrames();
  final AibotConnection connection;
  final AibotSender sender;
  final AibotDelivery delivery;
  private final AibotLease botLease;
  private final AibotLifecycle lifecycle;

  AibotRig() {
    this("SECRET");
  }

  AibotRig(String secret) {
    gateway.ackDelay(Duration.ofMillis(5));
    AibotProperties properties = new AibotProperties("BOT", secret, gateway.endpoint(), "旬榜");
    botLease = new AibotLease(lease, "BOT", TIMINGS, clock.realTime());
    connection = new AibotConnection(properties, TIMINGS, botLease, frames, clock.realTime());
    sender = new AibotSender(connection, TIMINGS);
    delivery = new AibotDelivery(sender, frames);
    AibotCallbacks callbacks =
        new AibotCallbacks(
            inbound,
            new AibotTranslator(clock),
            sender,
            frames,
            new Unlimited(),
            task -> AibotThreads.named("greeting").newThread(task).start());
    lifecycle = new AibotLifecycle(connection, callbacks);
  }

  AibotLease.Claim claim() {
    return botLease.claim();
  }

  AibotRig start() {
    lifecycle.start();
    return this;
  }

  AibotRig connected() {
    start();
    awaitConnected();
    return this;
  }

  void awaitConnected() {
    awaitState(AibotStatus.State.CONNECTED);
  }

  void awaitState(AibotStatus.State state) {
    Awaitility.await(state.name()).until(() -> connection.status().state() == state);
  }

  /** The message that {@code inbound} got, with its sink. */
  Received awaitMessage(String messageId) {
    return Awaitility.await("message")
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> inbound.find(messageId), received -> received != null);
  }

  void stop() {
    lifecycle.stop();
  }

  @Override
  public void close() {
    stop();
    connection.close();
    gateway.close();
  }

  /** No budget to keep. */
  static final class Unlimited implements DirectReplies {
    @Override
    public boolean limited(Conversation conversation) {
      return false;
    }

    @Override
    public boolean take(Conversation conversation, int messages) {
      return true;
    }

    @Override
    public boolean isKnown(String postKey) {
      return false;
    }
  }

  /** A message and where its answer goes. */
  record Received(InboundMessage message, ReplySink sink) {}

  /** Remembers what it gets. */
  static final class RecordingInbound implements InboundGateway {

    final List<Received> received = new CopyOnWriteArrayList<>();
    volatile BiConsumer<InboundMessage, ReplySink> then = (message, sink) -> {};

    @Override
    public void accept(InboundMessage message, ReplySink sink) {
      then.accept(message, sink);
      received.add(new Received(message, sink));
    }

    Received find(String messageId) {
      return received.stream()
          .filter(one -> one.message().messageId().equals(messageId))
          .findFirst()
          .orElse(null);
    }
  }

  /** A lease that a test gives and takes. */
  static final class FakeLease implements Lease {

    volatile boolean free = true;
    volatile boolean broken;
    volatile boolean held;
    volatile String name = "";

    @Override
    public boolean acquire(String leaseName, Duration validity) {
      if (broken) {
        throw new IllegalStateException("database away");
      }
      name = leaseName;
      held = free;
      return held;
    }

    @Override
    public void release(String leaseName) {
      held = false;
    }
  }
}
