package io.github.xunbang.inbound;

import io.github.xunbang.command.CommandHandler.Effect;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.command.UnconfirmedException;
import io.github.xunbang.inbound.Outcome.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a handler so that a redelivery, or a connection lost in the middle, never counts twice:
 * receipts for what no ledger recognises, and for the ledger the same message handled again, which
 * is how it is looked up (design section 12).
 */
final class CallExecution {

  private static final Logger log = LoggerFactory.getLogger(CallExecution.class);
  private static final Duration LOOKED_UP_FOR = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  private final ReceiptKeeper receipts;
  private final Clock realTime;
  private final Pause pause;

  CallExecution(ReceiptKeeper receipts, Clock realTime, Pause pause) {
    this.receipts = receipts;
    this.realTime = realTime;
    this.pause = pause;
  }

  /** Waits in real time; tests do not. */
  @FunctionalInterface
  interface Pause {

    void of(Duration duration) throws InterruptedException;
  }

  /** The answer and whether the handler refused. */
  record Answer(Reply reply, Result result) {}

  /**
   * Runs {@code handling} once in effect.
   *
   * @throws UnconfirmedException when nobody knows whether it was stored
   */
  Answer run(String messageKey, Effect effect, Supplier<Reply> handling) {
    return switch (effect) {
      case READ -> answer(handling);
      case LEDGER -> lookedUp(handling);
      case RECORD -> recorded(messageKey, handling);
    };
  }

  private static Answer answer(Supplier<Reply> handling) {
    try {
      return new Answer(handling.get(), Result.DONE);
    } catch (CommandRejectedException e) {
      return new Answer(Reply.text(String.valueOf(e.getMessage())), Result.REJECTED);
    }
  }

  private Answer recorded(String messageKey, Supplier<Reply> handling) {
    Reply before = receipts.claim(messageKey);
    if (before != null) {
      return new Answer(before, Result.DONE);
    }
    Answer answer;
    try {
      answer = answer(handling);
    } catch (RuntimeException e) {
      // Some of several writes may have been made, so never say that nothing was.
      throw DatabaseTrouble.of(e) == DatabaseTrouble.NONE ? e : unconfirmed(e);
    }
    receipts.finish(messageKey, answer.reply());
    return answer;
  }

  private Answer lookedUp(Supplier<Reply> handling) {
    try {
      return answer(handling);
    } catch (RuntimeException e) {
      if (DatabaseTrouble.of(e) != DatabaseTrouble.UNCONFIRMED) {
        throw e;
      }
      log.warn("Write unconfirmed, looking the message up: {}", e.toString());
      return lookUp(handling, e);
    }
  }

  private Answer lookUp(Supplier<Reply> handling, RuntimeException first) {
    Instant deadline = realTime.instant().plus(LOOKED_UP_FOR);
    RuntimeException last = first;
    Duration wait = FIRST_PAUSE;
    while (realTime.instant().plus(wait).isBefore(deadline) && paused(wait)) {
      try {
        return answer(handling);
      } catch (RuntimeException e) {
        if (DatabaseTrouble.of(e) == DatabaseTrouble.NONE) {
          throw e;
        }
        last = e;
      }
      wait = wait.multipliedBy(2);
    }
    throw unconfirmed(last);
  }

  private boolean paused(Duration wait) {
    try {
      pause.of(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static UnconfirmedException unconfirmed(Throwable cause) {
    return new UnconfirmedException("Nobody knows whether the message was stored", cause);
  }
}
