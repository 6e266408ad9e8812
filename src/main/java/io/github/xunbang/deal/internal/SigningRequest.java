package io.github.xunbang.deal.internal;

import io.github.xunbang.command.Caller;
import io.github.xunbang.deal.Act;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deal somebody wants to enter, as typed; it may wait for an answer or a 批准.
 *
 * @param caller whose deal it is
 * @param key idempotency key: that of the message that named the deal, whatever was asked since
 * @param at when that message came; relative days count from it
 * @param text what was typed behind 签单, without phone numbers
 * @param amount 元 as chosen in answer to 万 or 元, or null
 * @param another whether a second deal of one customer and day is meant
 */
record SigningRequest(
    Caller caller,
    String key,
    Instant at,
    String text,
    @Nullable BigDecimal amount,
    boolean another) {

  /** For an open question or a request; {@link #of} reads it back. */
  Map<String, String> toData() {
    Map<String, String> data = new HashMap<>();
    data.put("key", key);
    data.put("at", at.toString());
    data.put("text", text);
    if (amount != null) {
      data.put("amount", amount.toPlainString());
    }
    if (another) {
      data.put("another", "yes");
    }
    return data;
  }

  static SigningRequest of(Caller caller, Map<String, String> data) {
    return new SigningRequest(
        caller,
        data.getOrDefault("key", ""),
        Instant.parse(data.get("at")),
        data.getOrDefault("text", ""),
        data.containsKey("amount") ? new BigDecimal(data.get("amount")) : null,
        data.containsKey("another"));
  }

  SigningRequest withAmount(BigDecimal chosen) {
    return new SigningRequest(caller, key, at, text, chosen, another);
  }

  SigningRequest asAnother() {
    return new SigningRequest(caller, key, at, text, amount, true);
  }

  /** The act of the signing, done at {@code now}. */
  Act act(LocalDate day, Instant now) {
    return new Act(key, Act.Kind.SIGNED, caller.member(), now, day, text, "");
  }
}
