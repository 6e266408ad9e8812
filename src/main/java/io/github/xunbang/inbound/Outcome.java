package io.github.xunbang.inbound;

import io.github.xunbang.command.Reply;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message.
 *
 * @param reply the answer
 * @param command the command's name for the meter, or none
 * @param result how it ended, for the meter
 * @param organizationId whose, or null
 */
record Outcome(Reply reply, String command, Result result, @Nullable String organizationId) {

  static final String NO_COMMAND = "none";

  /** How it ended. */
  enum Result {
    DONE,
    REJECTED,
    REFUSED,
    UNKNOWN,
    FAILED,
    UNAVAILABLE;

    /** Whether a redelivery may be handled again, because nothing final was answered. */
    boolean repeatable() {
      return this == FAILED || this == UNAVAILABLE;
    }
  }

  Outcome withReply(Reply newReply) {
    return new Outcome(newReply, command, result, organizationId);
  }
}
