package io.github.xunbang.channel.wecom.aibot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.xunbang.outbox.TransientDeliveryException;
import io.github.xunbang.outbox.UnknownDeliveryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * One connection from its opening to its end: pairs requests with answers, keeps the heart beating,
 * remembers which messages it has seen.
 */
final class AibotSession implements AibotSocket.Events {

  /** What the session tells its owner. */
  interface Owner {
    void callback(AibotSession session, AibotFrame frame);

    void lost(AibotSession session, String reason);

    void unsubscribed(AibotSession session);

    void proven(AibotSession session);
  }

  private static final Logger log = LoggerFactory.getLogger(AibotSession.class);
  private static final int MAX_UNANSWERED_PINGS = 2;

  private final AibotFrames frames;
  private final Duration ackTimeout;
  private final Owner owner;
  private final Map<String, Pending> pending = new ConcurrentHashMap<>();
  private final AtomicInteger unansweredPings = new AtomicInteger();
  private final Cache<String, Boolean> seen =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofMinutes(10)).build();
  private volatile @Nullable AibotSocket socket;
  private volatile @Nullable ScheduledFuture<?> heartbeat;

  /** {@code done} completes after the request id is free again, {@code ack} before. */
  private record Pending(CompletableFuture<AibotFrame> ack, CompletableFuture<AibotFrame> done) {}

  AibotSession(AibotFrames frames, Duration ackTimeout, Owner owner) {
    this.frames = frames;
    this.ackTimeout = ackTimeout;
    this.owner = owner;
  }

  /** Gives the session its open socket. */
  void attach(AibotSocket opened) {
    socket = opened;
  }

  /**
   * Sends a request; the future holds the server's answer. Requests of one id go one after the
   * other, requests of different ids do not wait for each other. It fails with {@link
   * TransientDeliveryException} when the frame never left and {@link UnknownDeliveryException} when
   * it left and no answer came in time.
   */
  CompletableFuture<AibotFrame> request(AibotFrame frame) {
    String id = frame.requestId();
    CompletableFuture<AibotFrame> ack = new CompletableFuture<>();
    CompletableFuture<AibotFrame> done = new CompletableFuture<>();
    Pending mine = new Pending(ack, done);
    Pending before = pending.putIfAbsent(id, mine);
    if (before != null) {
      return before.done.handle((answer, e) -> frame).thenCompose(this::request);
    }
    ack.whenComplete((answer, e) -> settle(id, mine, answer, e));
    transmit(frame, ack);
    return done;
  }

  private void transmit(AibotFrame frame, CompletableFuture<AibotFrame> ack) {
    AibotSocket open = socket;
    if (open == null) {
      ack.completeExceptionally(new TransientDeliveryException("aibot: not connected", null));
      return;
    }
    open.send(frames.write(frame))
        .whenComplete(
            (written, e) -> {
              if (e != null) {
                ack.completeExceptionally(e);
              } else {
                ack.orTimeout(ackTimeout.toMillis(), TimeUnit.MILLISECONDS);
              }
            });
  }

  private void settle(String id, Pending mine, @Nullable AibotFrame answer, @Nullable Throwable e) {
    pending.remove(id, mine);
    if (answer != null) {
      mine.done.complete(answer);
    } else if (e instanceof TimeoutException) {
      mine.done.completeExceptionally(
          new UnknownDeliveryException("aibot: no answer within " + ackTimeout, e));
    } else if (e != null) {
      mine.done.completeExceptionally(e);
    }
  }

  /** Sends a ping every {@code interval}; two without an answer end the connection. */
  void startHeartbeat(ScheduledExecutorService scheduler, Duration interval) {
    heartbeat =
        scheduler.scheduleAtFixedRate(
            this::beat, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void beat() {
    if (unansweredPings.getAndIncrement() >= MAX_UNANSWERED_PINGS) {
      owner.lost(this, "two pings without an answer");
      return;
    }
    request(
            AibotFrame.request(
                AibotFrame.PING, AibotFrames.newId(AibotFrame.PING), MissingNode.getInstance()))
        .whenComplete((ack, e) -> pinged(ack));
  }

  private void pinged(@Nullable AibotFrame ack) {
    if (ack == null) {
      return;
    }
    if (ack.errcode() == AibotErrors.NOT_SUBSCRIBED) {
      owner.unsubscribed(this);
      return;
    }
    unansweredPings.set(0);
    owner.proven(this);
  }

  /** Whether {@code messageId} comes for the first time on this connection. */
  boolean firstSight(String messageId) {
    return seen.asMap().putIfAbsent(messageId, Boolean.TRUE) == null;
  }

  /** Lets {@code messageId} come again, because nobody took it. */
  void forget(String messageId) {
    seen.invalidate(messageId);
  }

  @Override
  public void text(String text) {
    AibotFrame frame = frames.read(text);
    if (frame == null) {
      log.warn("Aibot frame skipped: not a JSON object, {} characters", text.length());
    } else if (frame.cmd() != null) {
      owner.callback(this, frame);
    } else {
      answered(frame);
    }
  }

  private void answered(AibotFrame frame) {
    Pending request = pending.get(frame.requestId());
    if (request == null) {
      log.debug("Aibot answer without a request: errcode={}", frame.errcode());
    } else {
      request.ack.complete(frame);
    }
  }

  @Override
  public void closed(String reason) {
    owner.lost(this, reason);
    end(false);
  }

  /** Stops the heartbeat; requests under way still get their answers until {@link #end}. */
  void retire() {
    ScheduledFuture<?> beating = heartbeat;
    if (beating != null) {
      beating.cancel(false);
    }
  }

  /** Ends the session: queued frames fail as not sent, unanswered ones as unknown. */
  void end(boolean polite) {
    retire();
    AibotSocket open = socket;
    if (open != null && polite) {
      open.close();
    } else if (open != null) {
      open.abort();
    }
    for (Pending unanswered : new ArrayList<>(pending.values())) {
      unanswered.ack.completeExceptionally(
          new UnknownDeliveryException("aibot: the connection ended before the answer", null));
    }
  }
}
