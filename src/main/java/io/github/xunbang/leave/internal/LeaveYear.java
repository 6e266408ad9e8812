package io.github.xunbang.leave.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One member's leave that begins in one year, with the history of its changes. */
record LeaveYear(List<Leave> leaves, List<LeaveEntry> entries) {

  static final LeaveYear EMPTY = new LeaveYear(List.of(), List.of());

  LeaveYear {
    leaves = List.copyOf(leaves);
    entries = List.copyOf(entries);
  }

  /**
   * Who changes something, by which message and when.
   *
   * @param messageKey the message
   * @param actor member id, or a name
   * @param at business instant
   */
  record Cause(String messageKey, String actor, Instant at) {}

  Optional<Leave> find(String id) {
    return leaves.stream().filter(leave -> leave.id().equals(id)).findFirst();
  }

  /** The leave that takes up some of the half days of {@code wanted}, if there is one. */
  Optional<Leave> inTheWayOf(Leave wanted) {
    return leaves.stream().filter(wanted::collidesWith).findFirst();
  }

  /** Adds or replaces a leave and notes old and new; the same once more changes nothing. */
  LeaveYear with(Leave changed, Cause cause) {
    Optional<Leave> before = find(changed.id());
    if (before.filter(changed::equals).isPresent()) {
      return this;
    }
    List<Leave> next = new ArrayList<>(leaves);
    next.removeIf(leave -> leave.id().equals(changed.id()));
    next.add(changed);
    String old = before.map(LeaveYear::text).orElse("");
    List<LeaveEntry> longer = new ArrayList<>(entries);
    if (!old.equals(text(changed))) {
      longer.add(entry(old, changed, cause));
    }
    return new LeaveYear(next, longer);
  }

  /** Notes that the member is back as planned: the return is recorded too (S-115). */
  LeaveYear returned(Leave leave, Cause cause) {
    if (entries.stream().anyMatch(entry -> entry.messageKey().equals(cause.messageKey()))) {
      return this;
    }
    List<LeaveEntry> longer = new ArrayList<>(entries);
    longer.add(entry(text(leave), leave, cause));
    return new LeaveYear(leaves, longer);
  }

  private static LeaveEntry entry(String before, Leave after, Cause cause) {
    return new LeaveEntry(
        cause.messageKey(), cause.actor(), cause.at(), after.id(), before, text(after));
  }

  /** {@code 2026-12-04/2026-12-05}; halves are named: {@code 2026-12-04PM/2026-12-05}. */
  private static String text(Span span) {
    String from = span.startsAtNoon() ? span.from().key() : span.first().toString();
    return from + "/" + (span.endsAtNoon() ? span.to().key() : span.last().toString());
  }

  private static String text(Leave leave) {
    return text(leave.span()) + " " + leave.kindWord() + " " + leave.state();
  }
}
