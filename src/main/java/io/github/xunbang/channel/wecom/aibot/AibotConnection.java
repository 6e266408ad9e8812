package io.github.xunbang.channel.wecom.aibot;

import io.github.xunbang.outbox.TransientDeliveryException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the bot's one long connection alive while this instance holds the lease: logs in,
 * reconnects with backoff, waits long after a refusal or after another instance took over. Nothing
 * in its synchronized methods blocks.
 */
final class AibotConnection implements AibotSession.Owner, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AibotConnection.class);

  private final AibotProperties properties;
  private final AibotTimings timings;
  private final AibotLease lease;
  private final AibotFrames frames;
  private final Clock realTime;
  private final AibotRetry retry;
  private final ExecutorService io = Executors.newCachedThreadPool(AibotThreads.named("aibot-io"));
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(AibotThreads.named("aibot-connection"));
  private final HttpClient http = HttpClient.newBuilder().executor(io).build();
  private BiConsumer<AibotSession, AibotFrame> callbacks = (session, frame) -> {};
  private volatile CompletableFuture<AibotSession> live = new CompletableFuture<>();
  private volatile AibotStatus status;
  private @Nullable ScheduledFuture<?> supervision;
  private @Nullable AibotSession session;
  private @Nullable AibotSession retired;

  AibotConnection(
      AibotProperties properties,
      AibotTimings timings,
      AibotLease lease,
      AibotFrames frames,
      Clock realTime) {
    this.properties = properties;
    this.timings = timings;
    this.lease = lease;
    this.frames = frames;
    this.realTime = realTime;
    this.retry = new AibotRetry(timings, realTime);
    this.status = new AibotStatus(AibotStatus.State.STOPPED, "not started", realTime.instant());
  }

  /**
   * Starts to hold the connection; {@code callbacks} takes messages and events, and never blocks.
   */
  synchronized void start(BiConsumer<AibotSession, AibotFrame> callbacks) {
    this.callbacks = callbacks;
    enter(AibotStatus.State.STANDBY, "waiting for the lease");
    lease.start();
    long tick = timings.tick().toMillis();
    supervision = scheduler.scheduleWithFixedDelay(this::supervise, 0, tick, TimeUnit.MILLISECONDS);
  }

  /** Closes the connection and gives the lease back; it may be started again. */
  void stop() {
    synchronized (this) {
      if (supervision != null) {
        supervision.cancel(false);
      }
      drop(true);
      if (retired != null) {
        retired.end(true);
      }
      enter(AibotStatus.State.STOPPED, "stopped");
    }
    lease.stop();
  }

  /** Ends the threads, after {@link #stop()}. */
  @Override
  public void close() {
    scheduler.shutdownNow();
    lease.close();
    io.shutdown();
  }

  /** Where the connection stands. */
  AibotStatus status() {
    return status;
  }

  /**
   * The connection that is logged in.
   *
   * @throws TransientDeliveryException when there is none
   */
  AibotSession live() {
    AibotSession open = live.getNow(null);
    if (open == null) {
      throw new TransientDeliveryException("aibot: not connected, " + status.reason(), null);
    }
    return open;
  }

  /** Like {@link #live()}, but waits up to {@code wait} for a log-in. */
  AibotSession awaitLive(Duration wait) {
    try {
      return live.get(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new TransientDeliveryException("aibot: not connected, " + status.reason(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientDeliveryException("aibot: interrupted while not connected", e);
    }
  }

  private synchronized void supervise() {
    if (status.state() == AibotStatus.State.STOPPED) {
      return;
    }
    switch (lease.claim()) {
      case HELD -> connectWhenDue();
      case UNCERTAIN -> keepOnly();
      case NOT_HELD -> giveWay();
    }
  }

  private void connectWhenDue() {
    if (session == null && retry.isDue()) {
      connect();
    }
  }

  /**
   * The database is away. A living connection stays, so that people read that nothing was stored;
   * if another instance can reach the database and takes over, the platform tells. A new connection
   * could throw out a rightful holder, so there is none.
   */
  private void keepOnly() {
    if (session == null) {
      standBy("the lease cannot be renewed, the database is away");
    }
  }

  private void standBy(String reason) {
    if (!status.reason().equals(reason)) {
      log.info("Aibot stands by: bot={} reason={}", bot(), reason);
      drop(true);
      enter(AibotStatus.State.STANDBY, reason);
    }
  }

  private void giveWay() {
    standBy("another instance holds the lease");
    retry.reset();
  }

  private void connect() {
    enter(AibotStatus.State.CONNECTING, "connecting");
    AibotSession mine = new AibotSession(frames, timings.ackTimeout(), this);
    session = mine;
    AibotSocket.open(http, io, properties.uri(), timings.connectTimeout(), mine)
        .whenComplete((socket, e) -> opened(mine, socket, e));
  }

  private synchronized void opened(
      AibotSession mine, @Nullable AibotSocket socket, @Nullable Throwable e) {
    if (socket == null) {
      lost(mine, "connect failed: " + e);
    } else if (session != mine) {
      socket.abort();
    } else {
      mine.attach(socket);
      mine.request(subscription()).whenComplete((ack, failure) -> loggedIn(mine, ack, failure));
    }
  }

  private AibotFrame subscription() {
    return AibotFrame.request(
        AibotFrame.SUBSCRIBE,
        AibotFrames.newId(AibotFrame.SUBSCRIBE),
        frames.object().put("bot_id", bot()).put("secret", properties.secret()));
  }

  private synchronized void loggedIn(
      AibotSession mine, @Nullable AibotFrame ack, @Nullable Throwable e) {
    if (session != mine) {
      return;
    }
    if (ack == null) {
      lost(mine, "no answer to the log-in");
    } else if (ack.errcode() == AibotErrors.WRONG_CREDENTIALS) {
      refused(ack);
    } else if (ack.errcode() != 0) {
      lost(mine, "log-in refused, errcode=" + ack.errcode() + " errmsg=" + ack.errmsg());
    } else {
      retry.loggedIn();
      enter(AibotStatus.State.CONNECTED, "");
      log.info("Aibot connected: bot={} endpoint={}", bot(), properties.endpoint());
      mine.startHeartbeat(scheduler, timings.pingInterval());
      live.complete(mine);
    }
  }

  private void refused(AibotFrame ack) {
    Duration wait = retry.afterRefusal();
    log.error(
        "Aibot log-in refused, check bot id and secret: bot={} errcode={} errmsg={} nextTryIn={}",
        bot(),
        ack.errcode(),
        ack.errmsg(),
        wait);
    pause("bot id or secret refused, errcode " + ack.errcode());
  }

  @Override
  public void callback(AibotSession from, AibotFrame frame) {
    if (frame.eventType().equals("disconnected_event")) {
      kicked(from);
    } else {
      callbacks.accept(from, frame);
    }
  }

  private synchronized void kicked(AibotSession from) {
    if (session != from) {
      return;
    }
    if (lease.claim() != AibotLease.Claim.HELD) {
      standBy("another instance took over while the database was away");
    } else {
      log.error(
          "Aibot disconnected: another instance uses this bot id. Stop it, or give it its own bot: bot={} nextTryIn={}",
          bot(),
          retry.afterKick());
      pause("another instance uses this bot id");
    }
  }

  private void pause(String reason) {
    drop(true);
    enter(AibotStatus.State.WAITING, reason);
  }

  @Override
  public synchronized void lost(AibotSession from, String reason) {
    if (session == from) {
      retryIn(retry.afterLoss(), reason);
    }
  }

  /**
   * The server forgot the subscription though the socket is open: a new connection at once, but
   * with backoff when that did not help the last time.
   */
  @Override
  public synchronized void unsubscribed(AibotSession from) {
    if (session == from) {
      retire(from);
      retryIn(
          retry.afterLostSubscription(),
          "subscription lost, errcode " + AibotErrors.NOT_SUBSCRIBED);
      scheduler.execute(this::supervise);
    }
  }

  /** Frames under way on a connection without subscription still learn what became of them. */
  private void retire(AibotSession from) {
    from.retire();
    session = null;
    retired = from;
    long grace = timings.ackTimeout().toMillis();
    scheduler.schedule(() -> from.end(false), grace, TimeUnit.MILLISECONDS);
  }

  private void retryIn(Duration wait, String reason) {
    log.warn(
        "Aibot connection lost: bot={} reason={} attempt={} nextTryIn={}",
        bot(),
        reason,
        retry.failures(),
        wait);
    drop(false);
    enter(AibotStatus.State.WAITING, reason);
  }

  @Override
  public synchronized void proven(AibotSession from) {
    if (session == from) {
      retry.proven();
    }
  }

  private void drop(boolean polite) {
    AibotSession dropped = session;
    session = null;
    if (live.isDone()) {
      live = new CompletableFuture<>();
    }
    if (dropped != null) {
      dropped.end(polite);
    }
  }

  private void enter(AibotStatus.State state, String reason) {
    status = new AibotStatus(state, reason, realTime.instant());
  }

  private String bot() {
    return properties.botId();
  }
}
