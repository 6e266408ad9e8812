package io.github.xunbang.inbound;

import io.github.xunbang.command.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims and finishes receipts, and once a day throws away those older than a week. */
final class ReceiptKeeper {

  private static final Logger log = LoggerFactory.getLogger(ReceiptKeeper.class);
  private static final Duration KEPT = Duration.ofDays(7);
  private static final Duration CLEANED_EVERY = Duration.ofDays(1);

  private final Receipts receipts;
  private final Clock realTime;
  private final Executor background;
  private final AtomicReference<Instant> nextCleaning;

  ReceiptKeeper(Receipts receipts, Clock realTime, Executor background) {
    this.receipts = receipts;
    this.realTime = realTime;
    this.background = background;
    this.nextCleaning = new AtomicReference<>(realTime.instant());
  }

  /** The stored answer of a message handled before, or null when it is to be handled now. */
  @Nullable Reply claim(String messageKey) {
    cleanIfDue();
    return receipts.claim(messageKey);
  }

  /** Stores the answer. What the message asked for is done, so a failure here is only logged. */
  void finish(String messageKey, Reply reply) {
    try {
      receipts.finish(messageKey, reply);
    } catch (RuntimeException e) {
      log.warn("Receipt left unfinished, a redelivery is handled again: message={}", messageKey, e);
    }
  }

  private void cleanIfDue() {
    Instant now = realTime.instant();
    Instant due = nextCleaning.get();
    if (!now.isBefore(due) && nextCleaning.compareAndSet(due, now.plus(CLEANED_EVERY))) {
      background.execute(() -> clean(now));
    }
  }

  private void clean(Instant now) {
    try {
      receipts.removeBefore(now.minus(KEPT));
    } catch (RuntimeException e) {
      log.warn("Old receipts not removed; next attempt in {}", CLEANED_EVERY, e);
    }
  }
}
