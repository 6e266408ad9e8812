package io.github.xunbang.leave.internal;

import io.github.xunbang.leave.internal.LeaveYear.Cause;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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

  LeaveStore(LeaveRepository leaves, LeaveMonthRepository months, CachedLeaveCalendar calendar) {
    this.leaves = leaves;
    this.months = months;
    this.calendar = calendar;
  }

  /** The member's leave of the years around {@code day}, by first day. */
  List<Leave> around(String organizationId, String memberId, LocalDate day) {
    return leaves.around(organizationId, memberId, day);
  }

  Optional<Leave> find(String organizationId, String memberId, LocalDate first, String id) {
    return leaves.find(organizationId, memberId, first.getYear()).find(id);
  }

  /** Stores a leave that its message has not stored yet, and returns what is stored. */
  Leave add(String organizationId, String memberId, Leave leave, Cause cause) {
    LeaveYear year =
        leaves.update(
            organizationId,
            memberId,
            leave.first().getYear(),
            stored -> stored.find(leave.id()).isPresent() ? stored : stored.with(leave, cause));
    project(organizationId, memberId, leave);
    return year.find(leave.id()).orElseThrow();
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
      months.put(organizationId, made, memberId, () -> daysOff(organizationId, memberId, made));
      calendar.forget(organizationId, made);
    }
  }

  private int daysOff(String organizationId, String memberId, YearMonth month) {
    List<Leave> approved =
        leaves.around(organizationId, memberId, month.atDay(1)).stream()
            .filter(leave -> leave.state() == Leave.State.APPROVED)
            .toList();
    int days = 0;
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      LocalDate date = month.atDay(day);
      if (approved.stream().anyMatch(leave -> leave.covers(date))) {
        days |= 1 << (day - 1);
      }
    }
    return days;
  }
}
