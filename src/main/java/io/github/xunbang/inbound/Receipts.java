package io.github.xunbang.inbound;

import io.github.xunbang.command.Reply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Durable receipts of messages whose effect no ledger recognises, so that a redelivery after a
 * restart changes nothing.
 */
interface Receipts {

  /**
   * Claims the message before it is handled.
   *
   * @return the stored answer when it was handled before; null when it is new, or when a crash
   *     interrupted its handling, which then starts again
   */
  @Nullable Reply claim(String messageKey);

  /** Stores the answer; the texts alone, pictures are not kept. */
  void finish(String messageKey, Reply reply);

  /** Removes receipts claimed before {@code instant}, real time. */
  void removeBefore(Instant instant);
}
