package io.github.xunbang.inbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.xunbang.command.Reply;
import io.github.xunbang.inbound.Outcome.Result;
import io.github.xunbang.message.InboundMessage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Queues each message behind the others of its conversation. A redelivery within ten minutes waits
 * for, or gets at once, the answer of the first; later ones are recognised by ledger and receipts.
 */
final class QueueingInboundGateway implements InboundGateway, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(QueueingInboundGateway.class);
  private static final Outcome BUSY =
      new Outcome(
          Reply.text("现在消息太多，这条还没登记，请过一分钟再发一次"), Outcome.NO_COMMAND, Result.UNAVAILABLE, null);
  private static final Duration DRAINED_WITHIN = Duration.ofSeconds(20);

  private final MessagePipeline pipeline;
  private final ReplyDelivery delivery;
  private final ExecutorService workers;
  private final ConversationQueues queues;
  private final MeterProvider<Timer> handled;
  private final Cache<String, CompletableFuture<Outcome>> answers =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofMinutes(10)).build();
  private volatile boolean closed;

  QueueingInboundGateway(
      MessagePipeline pipeline,
      ReplyDelivery delivery,
      ExecutorService workers,
      int capacity,
      MeterRegistry meters) {
    this.pipeline = pipeline;
    this.delivery = delivery;
    this.workers = workers;
    this.queues = new ConversationQueues(workers, capacity);
    this.handled =
        Timer.builder("xunbang.inbound.handled")
            .description("Messages from arrival on a worker to the answer given to the channel")
            .withRegistry(meters);
    Gauge.builder("xunbang.inbound.waiting", queues, ConversationQueues::waiting)
        .description("Messages waiting or being handled")
        .register(meters);
  }

  @Override
  public void accept(InboundMessage message, ReplySink sink) {
    CompletableFuture<Outcome> answer = new CompletableFuture<>();
    CompletableFuture<Outcome> known = answers.asMap().putIfAbsent(message.key(), answer);
    if (known != null) {
      var unused =
          known.thenAcceptAsync(outcome -> delivery.deliver(message, outcome, sink), workers);
      return;
    }
    boolean taken =
        !closed && queues.offer(message.conversation().key(), () -> run(message, sink, answer));
    if (!taken) {
      log.warn("Message refused, too many are waiting: {}", message.conversation().key());
      answers.invalidate(message.key());
      delivery.deliver(message, BUSY, sink);
      answer.complete(BUSY);
    }
  }

  private void run(InboundMessage message, ReplySink sink, CompletableFuture<Outcome> answer) {
    MDC.put(Correlation.KEY, Correlation.of(message.key()));
    long start = System.nanoTime();
    try {
      Outcome outcome = pipeline.handle(message);
      if (outcome.result().repeatable()) {
        answers.invalidate(message.key());
      }
      delivery.deliver(message, outcome, sink);
      answer.complete(outcome);
      measure(outcome, System.nanoTime() - start);
    } finally {
      // Only after an Error that left no answer; those who wait must not wait for ever.
      answer.complete(BUSY);
      MDC.remove(Correlation.KEY);
    }
  }

  private void measure(Outcome outcome, long nanos) {
    handled
        .withTags(
            "command",
            outcome.command(),
            "outcome",
            outcome.result().name().toLowerCase(Locale.ROOT))
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  /** Takes nothing more, and lets what is waiting be answered. */
  @Override
  public void close() throws InterruptedException {
    closed = true;
    if (!queues.awaitEmpty(DRAINED_WITHIN)) {
      log.warn("Stopped with {} messages unanswered", queues.waiting());
    }
    workers.shutdown();
  }
}
