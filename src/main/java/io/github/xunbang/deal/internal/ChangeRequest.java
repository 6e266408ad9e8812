package io.github.xunbang.deal.internal;

import io.github.xunbang.command.Caller;
import java.time.Instant;
import java.util.Map;

/**
 * A change of a deal somebody wants, as typed; it may wait for 批准.
 *
 * @param caller who wants it
 * @param key idempotency key, that of the message
 * @param at when it came; relative days count from it
 * @param number which deal
 * @param text what is to change, or the new owner's name for a hand-over
 * @param handOver whether the deal goes to another
 * @param approved whether a manager said 批准
 */
record ChangeRequest(
    Caller caller,
    String key,
    Instant at,
    int number,
    String text,
    boolean handOver,
    boolean approved) {

  /** For a request; {@link #of} reads it back. */
  Map<String, String> toData() {
    return Map.of(
        "key", key,
        "at", at.toString(),
        "number", Integer.toString(number),
        "text", text,
        "handOver", Boolean.toString(handOver));
  }

  /** The request as approved. */
  static ChangeRequest of(Caller caller, Map<String, String> data) {
    return new ChangeRequest(
        caller,
        data.getOrDefault("key", ""),
        Instant.parse(data.get("at")),
        Integer.parseInt(data.get("number")),
        data.getOrDefault("text", ""),
        Boolean.parseBoolean(data.get("handOver")),
        true);
  }
}
