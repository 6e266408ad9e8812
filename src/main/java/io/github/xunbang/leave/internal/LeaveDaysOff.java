package io.github.xunbang.leave.internal;

import io.github.xunbang.calendar.DaysOff;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A person on leave does not work, whatever the organization's days are: asked last. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class LeaveDaysOff implements DaysOff {

  private final CachedLeaveCalendar calendar;

  LeaveDaysOff(CachedLeaveCalendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public Optional<Boolean> works(String organizationId, @Nullable String memberId, LocalDate day) {
    return memberId != null && calendar.isOnLeave(organizationId, memberId, day)
        ? Optional.of(false)
        : Optional.empty();
  }
}
