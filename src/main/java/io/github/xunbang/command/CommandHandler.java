package io.github.xunbang.command;

import java.util.Optional;

/**
 * Does what one command file describes. Each handler needs a file in {@code bot-commands/} with the
 * same name and each file a handler, else the start-up stops.
 */
public interface CommandHandler {

  /** What handling a message changes, which decides how a redelivery is recognised. */
  enum Effect {
    /** Nothing is stored: answering twice does no harm. */
    READ,
    /** Stored in the ledger under the message id: the ledger itself recognises a redelivery. */
    LEDGER,
    /** Stored elsewhere: {@code inbound} keeps a receipt with the reply under the message id. */
    RECORD
  }

  /** The command's name, equal to {@code name} in its file. */
  String name();

  /** What this command changes. */
  Effect effect();

  /**
   * Answers the call. Runs on a worker thread; calls of one conversation never overlap.
   *
   * @throws CommandRejectedException with a Chinese sentence when the request cannot be done
   */
  Reply handle(CommandCall call);

  /**
   * Whether a message that starts with this command's word but carries figures (a metric with a
   * number) is a daily report instead: true for queries such as 排名 and 战报, design section 5.
   */
  default boolean yieldsToFigures() {
    return false;
  }

  /**
   * Like {@link #yieldsToFigures()}, for words that also begin lines of a report ({@code 小组：一组}):
   * decided on the whole text.
   */
  default boolean yieldsToFigures(String text) {
    return yieldsToFigures();
  }

  /**
   * Answers somebody who is not enrolled and may not use the command yet, for example by holding a
   * report until the enrolment (design section 5). Empty, the default, asks for 我是 in general
   * words. {@link Caller#memberId()} is null here; the organization is set.
   *
   * @throws CommandRejectedException with a Chinese sentence when the request cannot be done
   */
  default Optional<Reply> handleGuest(CommandCall call) {
    return Optional.empty();
  }
}
