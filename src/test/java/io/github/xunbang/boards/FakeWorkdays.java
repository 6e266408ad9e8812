package io.github.xunbang.boards;

import io.github.xunbang.calendar.Workdays;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Every day is worked, but for some.
 *
 * @param restDays the organization's days off
 * @param off whether a member is off on a day
 */
public record FakeWorkdays(Set<LocalDate> restDays, BiPredicate<String, LocalDate> off)
    implements Workdays {

  @Override
  public boolean isWorkday(String organizationId, LocalDate day) {
    return !restDays.contains(day);
  }

  @Override
  public boolean isWorkday(String organizationId, String memberId, LocalDate day) {
    return isWorkday(organizationId, day) && !off.test(memberId, day);
  }

  @Override
  public int count(String organizationId, LocalDate first, LocalDate last) {
    return (int)
        first.datesUntil(last.plusDays(1)).filter(day -> isWorkday(organizationId, day)).count();
  }

  @Override
  public int count(String organizationId, String memberId, LocalDate first, LocalDate last) {
    return (int)
        first
            .datesUntil(last.plusDays(1))
            .filter(day -> isWorkday(organizationId, memberId, day))
            .count();
  }

  @Override
  public Optional<String> holiday(LocalDate day) {
    return Optional.empty();
  }

  @Override
  public boolean knows(int year) {
    return true;
  }
}
