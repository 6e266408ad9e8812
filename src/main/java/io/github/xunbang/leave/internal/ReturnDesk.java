package io.github.xunbang.leave.internal;

import io.github.xunbang.approval.Approvals;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Caller;
import io.github.xunbang.leave.internal.Leave.State;
import io.github.xunbang.leave.internal.LeaveYear.Cause;
import io.github.xunbang.organization.Member;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends leave by report (S-115): somebody is back early, as planned, or does not go at all. A
 * request that still waits is taken back as a whole.
 */
@Component
class ReturnDesk {

  private static final int DAYS_REMEMBERED = 7;

  private final LeaveStore store;
  private final Approvals approvals;

  ReturnDesk(LeaveStore store, Approvals approvals) {
    this.store = store;
    this.approvals = approvals;
  }

  /**
   * Which leave 销假 means, and from which day on the person works.
   *
   * @param back the first day at work
   */
  record Return(Leave leave, LocalDate back) {}

  /**
   * What is ended by coming back on {@code typed}, or today when no day was typed.
   *
   * @throws LeaveProblem when there is none, or several to choose from
   */
  Return find(String organizationId, Member subject, @Nullable LocalDate typed, LocalDate today) {
    LocalDate back = typed == null ? today : typed;
    List<Leave> live =
        store.around(organizationId, subject.id(), today).stream()
            .filter(
                leave -> leave.live() && !leave.last().isBefore(today.minusDays(DAYS_REMEMBERED)))
            .toList();
    Optional<Leave> meant =
        live.stream()
            .filter(leave -> leave.covers(back))
            .findFirst()
            .or(() -> live.stream().filter(leave -> endsBefore(leave, back)).findFirst());
    if (meant.isPresent()) {
      return new Return(meant.get(), back);
    }
    List<Leave> ahead = live.stream().filter(leave -> leave.first().isAfter(back)).toList();
    if (typed == null && ahead.size() == 1) {
      return new Return(ahead.get(0), ahead.get(0).first());
    }
    if (typed == null && live.size() == 1) {
      return new Return(live.get(0), today);
    }
    throw live.isEmpty() ? new LeaveProblem("noLeave") : choose(live);
  }

  /** The last day was the day before. */
  private static boolean endsBefore(Leave leave, LocalDate back) {
    return leave.last().plusDays(1).equals(back);
  }

  /** Ends it and returns the reply key of 销假 with its values. */
  Map.Entry<String, Map<String, String>> end(
      Caller caller, Member subject, Return ended, Cause cause) {
    Leave leave = ended.leave();
    String organizationId = caller.organization();
    if (leave.state() == State.WAITING) {
      store.change(organizationId, subject.id(), leave, one -> one.inState(State.CANCELLED), cause);
      if (leave.approvalNumber() > 0) {
        approvals.withdraw(organizationId, leave.approvalNumber());
      }
      return Map.entry("withdrawn", Map.of("leave", LeaveDesk.title(subject, leave)));
    }
    if (!ended.back().isAfter(leave.first())) {
      store.change(organizationId, subject.id(), leave, one -> one.inState(State.CANCELLED), cause);
      return Map.entry("cancelled", Map.of("leave", LeaveDesk.title(subject, leave)));
    }
    Map<String, String> values =
        Map.of("leave", LeaveDesk.title(subject, leave), "back", DateText.day(ended.back()));
    if (ended.back().isAfter(leave.last())) {
      store.returned(organizationId, subject.id(), leave, cause);
      return Map.entry("returned", values);
    }
    Leave shorter =
        store.change(
            organizationId,
            subject.id(),
            leave,
            one -> one.until(ended.back().minusDays(1)),
            cause);
    return Map.entry(
        "shortened",
        Map.of("leave", LeaveDesk.title(subject, shorter), "back", DateText.day(ended.back())));
  }

  private static LeaveProblem choose(List<Leave> live) {
    String lines =
        live.stream()
            .map(
                leave ->
                    "销假 "
                        + leave.first().toString().substring(5)
                        + "："
                        + leave.kindWord()
                        + " "
                        + leave.dates())
            .collect(Collectors.joining("\n"));
    return new LeaveProblem("whichLeave", Map.of("leaves", lines));
  }
}
