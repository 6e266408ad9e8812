package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Workdays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * February 2024 as decreed: 10–17 off, Sundays 4 and 18 worked; and days on leave of one person.
 */
final class SpringFestival implements Workdays {

  final Set<LocalDate> leaveOfM1 = new HashSet<>();
  int counted;

  @Override
  public boolean isWorkday(String organizationId, LocalDate day) {
    if (day.getYear() == 2024 && day.getMonthValue() == 2) {
      int date = day.getDayOfMonth();
      if (date == 4 || date == 18) {
        return true;
      }
      if (date >= 10 && date <= 17) {
        return false;
      }
    }
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  @Override
  public boolean isWorkday(String organizationId, String memberId, LocalDate day) {
    return isWorkday(organizationId, day) && !(memberId.equals("m1") && leaveOfM1.contains(day));
  }

  @Override
  public int count(String organizationId, LocalDate first, LocalDate last) {
    counted++;
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
