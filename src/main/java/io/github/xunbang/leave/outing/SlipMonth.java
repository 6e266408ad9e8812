package io.github.xunbang.leave.outing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A member's slips of one month, and everything that ever happened to them, oldest first.
 *
 * @param slips in order of filing
 * @param entries only ever appended to
 */
record SlipMonth(List<Slip> slips, List<Entry> entries) {

  static final SlipMonth EMPTY = new SlipMonth(List.of(), List.of());

  /**
   * One change.
   *
   * @param slip the slip after it, phone masked
   */
  record Entry(Instant at, String actorId, String messageKey, String slip) {}

  /**
   * Who changes a slip, by which message.
   *
   * @param messageKey its idempotency key
   */
  record Cause(Instant at, String actorId, String messageKey) {}

  SlipMonth {
    slips = List.copyOf(slips);
    entries = List.copyOf(entries);
  }

  Optional<Slip> find(String id) {
    return slips.stream().filter(slip -> slip.id().equals(id)).findFirst();
  }

  /** The same month with {@code slip} added, or in place of the one of its id. */
  SlipMonth with(Slip slip, Cause cause) {
    if (find(slip.id()).filter(slip::equals).isPresent()) {
      return this;
    }
    List<Slip> changed = new ArrayList<>(slips);
    if (find(slip.id()).isPresent()) {
      changed.replaceAll(one -> one.id().equals(slip.id()) ? slip : one);
    } else {
      changed.add(slip);
    }
    List<Entry> appended = new ArrayList<>(entries);
    String after = slip.day() + " " + slip.state() + " " + slip.visit();
    appended.add(new Entry(cause.at(), cause.actorId(), cause.messageKey(), after));
    return new SlipMonth(changed, appended);
  }
}
