package io.github.xunbang.channel.wecom.aibot;

import io.github.xunbang.outbox.TransientDeliveryException;
import io.github.xunbang.outbox.UnknownDeliveryException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket as whole text frames. The JDK's client allows one outstanding send, so frames wait
 * in a queue here; and it delivers pieces, so they are put together here.
 */
final class AibotSocket implements WebSocket.Listener {

  /** What the socket tells; {@link #closed} comes once at most, and not after an own close. */
  interface Events {
    void text(String frame);

    void closed(String reason);
  }

  private static final Logger log = LoggerFactory.getLogger(AibotSocket.class);
  private static final int MAX_FRAME_CHARS = 16 * 1024 * 1024;
  private static final int MAX_QUEUED = 500;

  private final Executor executor;
  private final Events events;
  private final Queue<Outgoing> queue = new ArrayDeque<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final StringBuilder incoming = new StringBuilder();
  private boolean oversized;
  private boolean busy;
  private @Nullable WebSocket socket;

  private record Outgoing(String text, CompletableFuture<Void> written) {}

  private AibotSocket(Executor executor, Events events) {
    this.executor = executor;
    this.events = events;
  }

  /** Connects to {@code uri}; {@code executor} runs what follows a finished send. */
  static CompletableFuture<AibotSocket> open(
      HttpClient http, Executor executor, URI uri, Duration timeout, Events events) {
    AibotSocket mine = new AibotSocket(executor, events);
    return http.newWebSocketBuilder()
        .connectTimeout(timeout)
        .buildAsync(uri, mine)
        .thenApply(opened -> mine);
  }

  /**
   * Sends one frame after those before it. The future fails with {@link TransientDeliveryException}
   * when nothing left this process, and with {@link UnknownDeliveryException} when the write broke.
   */
  CompletableFuture<Void> send(String text) {
    Outgoing outgoing = new Outgoing(text, new CompletableFuture<>());
    boolean accepted;
    synchronized (this) {
      accepted = !over.get() && queue.size() < MAX_QUEUED && queue.add(outgoing);
    }
    if (accepted) {
      pump();
    } else {
      outgoing.written.completeExceptionally(notSent());
    }
    return outgoing.written;
  }

  private void pump() {
    Outgoing next;
    WebSocket to;
    synchronized (this) {
      if (busy || socket == null || queue.isEmpty()) {
        return;
      }
      busy = true;
      next = queue.remove();
      to = socket;
    }
    // Asynchronous, so that a long queue does not become a deep stack.
    to.sendText(next.text, true).whenCompleteAsync((done, e) -> written(next, e), executor);
  }

  private void written(Outgoing outgoing, @Nullable Throwable e) {
    synchronized (this) {
      busy = false;
    }
    if (e == null) {
      outgoing.written.complete(null);
    } else {
      outgoing.written.completeExceptionally(
          new UnknownDeliveryException("aibot: the connection broke while sending", e));
    }
    pump();
  }

  /** Says goodbye and hangs up; what is still queued fails as not sent. */
  void close() {
    WebSocket open = finish();
    if (open != null) {
      open.sendClose(WebSocket.NORMAL_CLOSURE, "")
          .orTimeout(1, TimeUnit.SECONDS)
          .whenComplete((done, e) -> open.abort());
    }
  }

  /** Hangs up at once, for a connection that does not answer any more. */
  void abort() {
    WebSocket open = finish();
    if (open != null) {
      open.abort();
    }
  }

  private @Nullable WebSocket finish() {
    List<Outgoing> unsent;
    WebSocket open;
    synchronized (this) {
      over.set(true);
      unsent = new ArrayList<>(queue);
      queue.clear();
      open = socket;
    }
    unsent.forEach(outgoing -> outgoing.written.completeExceptionally(notSent()));
    return open;
  }

  private static TransientDeliveryException notSent() {
    return new TransientDeliveryException("aibot: not connected", null);
  }

  @Override
  public void onOpen(WebSocket webSocket) {
    synchronized (this) {
      socket = webSocket;
    }
    webSocket.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    if (incoming.length() + data.length() > MAX_FRAME_CHARS) {
      oversized = true;
      incoming.setLength(0);
    }
    if (!oversized) {
      incoming.append(data);
    }
    if (last) {
      deliver();
    }
    webSocket.request(1);
    return null;
  }

  private void deliver() {
    String frame = incoming.toString();
    boolean skipped = oversized;
    incoming.setLength(0);
    oversized = false;
    if (incoming.capacity() > 64 * 1024) {
      incoming.trimToSize();
    }
    if (skipped) {
      log.warn("Aibot frame skipped: more than {} characters", MAX_FRAME_CHARS);
    } else if (!over.get()) {
      events.text(frame);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
    closed("closed by the server, status " + status);
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closed("connection lost: " + error.getClass().getSimpleName());
  }

  private void closed(String reason) {
    boolean first;
    synchronized (this) {
      first = !over.get();
    }
    if (first) {
      finish();
      events.closed(reason);
    }
  }
}
