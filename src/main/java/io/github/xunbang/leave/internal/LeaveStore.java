package io.github.xunbang.leave.internal;

import io.github.xunbang.leave.internal.Leave.State;
import io.github.xunbang.leave.internal.LeaveYear.Cause;
import io.github.xunbang.organization.PastRevised;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Changes of leave: the member's document first, it is the truth; then the months made from it. A
 * crash in between is mended by the next change or by the redelivered message, which makes the
 * months again.
 */
@Component
class LeaveStore {

  private final LeaveRepository leaves;
  private final LeaveMonthRepository months;
  private final CachedLeaveCalendar calendar;
  private final ApplicationEventPublisher events;

  LeaveStore(
      LeaveRepository leaves,
      LeaveMonthRepository months,
      CachedLeaveCalendar calendar,
      ApplicationEventPublisher events) {
    this.leaves = leaves;
    this.months = months;
    this.calendar = calendar;
    this.events = events;
  }

  /** The member's leave of the years around {@code day}, by first day. */
  List<Leave> around(String organizationId, String memberId, LocalDate day) {
    return leaves.around(organizationId, memberId, day);
  }

  Optional<Leave> find(String organizationId, String memberId, LocalDate first, String id) {
    return leaves.find(organizationId, memberId, first.getYear()).find(id);
  }

  /**
   * What is stored after an attempt to add a leave.
   *
   * @param leave the leave, or the other one that has its days
   * @param added whether it is the leave
   */
  record Added(Leave leave, boolean added) {}

  /**
   * Stores a leave that its message has not stored yet, unless another has some of its days. The
   * year's document guards this: of two requests at the same instant the second sees the first.
   * Leave of the year before or after stands in a document of its own, so it is looked for after
   * the write, and the leave is taken back when it is found: two that meet over New Year at the
   * same instant may both be refused, but never both stand.
   */
  Added add(String organizationId, String memberId, Leave leave, Cause cause) {
    LeaveYear year =
        leaves.update(
            organizationId,
            memberId,
            leave.first().getYear(),
            stored ->
                stored.find(leave.id()).isPresent() || stored.inTheWayOf(leave).isPresent()
                    ? stored
                    : stored.with(leave, cause));
    Optional<Leave> stored = year.find(leave.id());
    if (stored.isEmpty()) {
      return new Added(year.inTheWayOf(leave).orElseThrow(), false);
    }
    Optional<Leave> neighbour = inTheWayOf(organizationId, memberId, stored.get());
    if (neighbour.isPresent()) {
      change(organizationId, memberId, leave, one -> one.inState(State.CANCELLED), cause);
      return new Added(neighbour.get(), false);
    }
    project(organizationId, memberId, leave);
    return new Added(stored.get(), true);
  }

  /** The leave of the member, of whatever year, that has some of the days of {@code wanted}. */
  Optional<Leave> inTheWayOf(String organizationId, String memberId, Leave wanted) {
    return around(organizationId, memberId, wanted.first()).stream()
        .filter(wanted::collidesWith)
        .findFirst();
  }

  /** Changes a stored leave, whose first day stays, and returns what is stored. */
  Leave change(
      String organizationId,
      String memberId,
      Leave leave,
      UnaryOperator<Leave> change,
      Cause cause) {
    LeaveYear year =
        leaves.update(
            organizationId,
            memberId,
            leave.first().getYear(),
            stored ->
                stored
                    .find(leave.id())
                    .map(found -> stored.with(change.apply(found), cause))
                    .orElse(stored));
    project(organizationId, memberId, leave);
    return year.find(leave.id()).orElse(leave);
  }

  /** Notes a return on the planned day. */
  void returned(String organizationId, String memberId, Leave leave, Cause cause) {
    leaves.update(
        organizationId, memberId, leave.first().getYear(), stored -> stored.returned(leave, cause));
  }

  void delete(String organizationId) {
    leaves.delete(organizationId);
    months.delete(organizationId);
    calendar.forgetAll();
  }

  /** {@code leave} as it was before the change: its days hold all that may have changed. */
  private void project(String organizationId, String memberId, Leave leave) {
    YearMonth last = YearMonth.from(leave.last());
    for (YearMonth month = YearMonth.from(leave.first());
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      YearMonth made = month;
      months.put(organizationId, made, memberId, () -> away(organizationId, memberId, made));
      calendar.forget(organizationId, made);
    }
    events.publishEvent(new PastRevised(organizationId, leave.first(), leave.last()));
  }

  private AwayDays away(String organizationId, String memberId, YearMonth month) {
    List<Leave> approved =
        leaves.around(organizationId, memberId, month.atDay(1)).stream()
            .filter(leave -> leave.state() == State.APPROVED)
            .toList();
    AwayDays away = AwayDays.NONE;
    HalfDay end = HalfDay.afternoon(month.atEndOfMonth());
    for (HalfDay half = HalfDay.morning(month.atDay(1)); !half.isAfter(end); half = half.next()) {
      HalfDay one = half;
      away = approved.stream().anyMatch(leave -> leave.span().covers(one)) ? away.and(half) : away;
    }
    return away;
  }
}
