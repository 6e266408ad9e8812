package io.github.xunbang.calendar;

import com.tyme.holiday.LegalHoliday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Statutory holidays and make-up workdays from the tyme4j table, overlaid by what {@link DaysOff}
 * sources know. A year without table data has Monday to Friday.
 */
@Service
class StatutoryWorkdays implements Workdays {

  private final ObjectProvider<DaysOff> daysOff;

  StatutoryWorkdays(ObjectProvider<DaysOff> daysOff) {
    this.daysOff = daysOff;
  }

  @Override
  public boolean isWorkday(String organizationId, LocalDate day) {
    return works(organizationId, null, day);
  }

  @Override
  public boolean isWorkday(String organizationId, String memberId, LocalDate day) {
    return works(organizationId, memberId, day);
  }

  @Override
  public int count(String organizationId, LocalDate first, LocalDate last) {
    return countDays(organizationId, null, first, last);
  }

  @Override
  public int count(String organizationId, String memberId, LocalDate first, LocalDate last) {
    return countDays(organizationId, memberId, first, last);
  }

  @Override
  public Optional<String> holiday(LocalDate day) {
    return table(day).filter(entry -> !entry.isWork()).map(LegalHoliday::getName);
  }

  @Override
  public boolean knows(int year) {
    return table(LocalDate.of(year, 10, 1)).isPresent();
  }

  private int countDays(
      String organizationId, @Nullable String memberId, LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      return 0;
    }
    return (int)
        first
            .datesUntil(last.plusDays(1))
            .filter(day -> works(organizationId, memberId, day))
            .count();
  }

  private boolean works(String organizationId, @Nullable String memberId, LocalDate day) {
    boolean works = statutory(day);
    List<DaysOff> sources = daysOff.orderedStream().toList();
    for (DaysOff source : sources) {
      works = source.works(organizationId, memberId, day).orElse(works);
    }
    return works;
  }

  private static boolean statutory(LocalDate day) {
    return table(day)
        .map(LegalHoliday::isWork)
        .orElseGet(
            () ->
                day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
  }

  private static Optional<LegalHoliday> table(LocalDate day) {
    return Optional.ofNullable(
        LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
  }
}
