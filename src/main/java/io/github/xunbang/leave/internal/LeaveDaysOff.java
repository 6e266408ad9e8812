package io.github.xunbang.leave.internal;

import io.github.xunbang.calendar.DaysOff;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
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
    return between(organizationId, memberId, day, day).apply(day);
  }

  @Override
  public Function<LocalDate, Optional<Boolean>> between(
      String organizationId, @Nullable String memberId, LocalDate first, LocalDate last) {
    if (memberId == null) {
      return day -> Optional.empty();
    }
    Map<YearMonth, AwayDays> away = calendar.of(organizationId, memberId, first, last);
    return day -> month(away, day).isAway(day) ? Optional.of(false) : Optional.empty();
  }

  @Override
  public Predicate<LocalDate> halvesBetween(
      String organizationId, String memberId, LocalDate first, LocalDate last) {
    Map<YearMonth, AwayDays> away = calendar.of(organizationId, memberId, first, last);
    return day -> month(away, day).isHalf(day);
  }

  private static AwayDays month(Map<YearMonth, AwayDays> away, LocalDate day) {
    return away.isEmpty() ? AwayDays.NONE : away.getOrDefault(YearMonth.from(day), AwayDays.NONE);
  }
}
