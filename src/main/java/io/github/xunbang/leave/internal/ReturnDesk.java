package io.github.xunbang.leave.internal;

import io.github.xunbang.approval.Approvals;
import io.github.xunbang.command.Caller;
import io.github.xunbang.leave.internal.Leave.State;
import io.github.xunbang.leave.internal.LeaveYear.Cause;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
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
  private final LeaveNotices notices;

  ReturnDesk(LeaveStore store, Approvals approvals, LeaveNotices notices) {
    this.store = store;
    this.approvals = approvals;
    this.notices = notices;
  }

  /**
   * Which leave 销假 means, and from when on the person works.
   *
   * @param back the first half day at work
   */
  record Return(Leave leave, HalfDay back) {}

  /**
   * What is ended by coming back on the day or half day {@code typed}, or today when none was
   * typed.
   *
   * @throws LeaveProblem when there is none, or several to choose from
   */
  Return find(Organization organization, Member subject, @Nullable Span typed, Instant at) {
    LocalDate today = organization.businessDay().of(at);
    List<Leave> live =
        store.around(organization.id(), subject.id(), today).stream()
            .filter(
                leave -> leave.live() && !leave.last().isBefore(today.minusDays(DAYS_REMEMBERED)))
            .toList();
    Span day = typed == null ? Span.days(today, today) : typed;
    Optional<Leave> meant =
        live.stream()
            .filter(leave -> leave.span().overlaps(day))
            .findFirst()
            .or(() -> live.stream().filter(leave -> endsBefore(leave, day)).findFirst());
    if (meant.isPresent()) {
      boolean planned = typed == null && endedThisNoon(meant.get(), organization, at);
      return new Return(meant.get(), planned ? day.to() : day.from());
    }
    return typed == null ? ofToday(live, day) : none(live);
  }

  /** Not on leave today: the only one that is near. */
  private static Return ofToday(List<Leave> live, Span today) {
    List<Leave> ahead =
        live.stream().filter(leave -> leave.span().from().isAfter(today.to())).toList();
    if (ahead.size() == 1) {
      return new Return(ahead.get(0), ahead.get(0).span().from());
    }
    return live.size() == 1 ? new Return(live.get(0), today.from()) : none(live);
  }

  private static Return none(List<Leave> live) {
    throw live.isEmpty() ? new LeaveProblem("noLeave") : choose(live);
  }

  /** The last half day was the one before. */
  private static boolean endsBefore(Leave leave, Span back) {
    return leave.span().to().next().equals(back.from());
  }

  /** Back in the afternoon as planned, not early. */
  private static boolean endedThisNoon(Leave leave, Organization organization, Instant at) {
    HalfDay morning = HalfDay.morning(organization.businessDay().of(at));
    return leave.span().to().equals(morning)
        && new LeaveDates(organization.businessDay(), at).isOver(morning);
  }

  /** Ends it and returns the reply key of 销假 with its values. */
  Map.Entry<String, Map<String, String>> end(
      Caller caller, Organization organization, Member subject, Return ended, Cause cause) {
    Leave leave = ended.leave();
    String organizationId = organization.id();
    if (leave.state() == State.WAITING) {
      store.change(organizationId, subject.id(), leave, one -> one.inState(State.CANCELLED), cause);
      if (leave.approvalNumber() > 0) {
        approvals.withdraw(organizationId, leave.approvalNumber());
      }
      return Map.entry("withdrawn", Map.of("leave", LeaveDesk.title(subject, leave)));
    }
    if (ended.back().isAfter(leave.span().to())) {
      store.returned(organizationId, subject.id(), leave, cause);
      return Map.entry("returned", values(subject, leave, ended));
    }
    return early(caller, organization, subject, ended, cause);
  }

  /** Approved leave that is not taken, or not to its end; those who allowed it are told. */
  private Map.Entry<String, Map<String, String>> early(
      Caller caller, Organization organization, Member subject, Return ended, Cause cause) {
    Leave leave = ended.leave();
    boolean notTaken = !ended.back().isAfter(leave.span().from());
    Leave stored =
        store.change(
            organization.id(),
            subject.id(),
            leave,
            one -> notTaken ? one.inState(State.CANCELLED) : one.until(ended.back().previous()),
            cause);
    Map<String, String> values = values(subject, stored, ended);
    notices.ended(
        organization,
        caller,
        subject,
        notTaken ? "noticeCancelled" : "noticeShortened",
        values,
        cause);
    return Map.entry(notTaken ? "cancelled" : "shortened", values);
  }

  private static Map<String, String> values(Member subject, Leave leave, Return ended) {
    return Map.of("leave", LeaveDesk.title(subject, leave), "back", ended.back().textOfReturn());
  }

  private static LeaveProblem choose(List<Leave> live) {
    String lines =
        live.stream()
            .map(
                leave ->
                    "销假 "
                        + LeaveDesk.typed(leave.span())
                        + "："
                        + leave.kindWord()
                        + " "
                        + leave.dates())
            .collect(Collectors.joining("\n"));
    return new LeaveProblem("whichLeave", Map.of("leaves", lines));
  }
}
