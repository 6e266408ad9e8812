package io.github.xunbang.metric;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One subject's calendar month as stored in one document.
 *
 * @param organizationId whose
 * @param subjectId member or unit
 * @param month calendar month
 * @param revision guards the write
 * @param days by day, only days with entries
 * @param history per metric id: how many days were reported and the greatest value, all months up
 *     to and including this one
 * @param previousDay the last reported day of earlier months, or null
 */
public record MonthLedger(
    String organizationId,
    String subjectId,
    YearMonth month,
    long revision,
    Map<LocalDate, DaySheet> days,
    Map<String, History> history,
    @Nullable DaySheet previousDay) {

  /**
   * What is normal for a subject.
   *
   * @param reports number of days with a value
   * @param best greatest daily value
   */
  public record History(int reports, BigDecimal best) {}

  public MonthLedger {
    days = Map.copyOf(days);
    history = Map.copyOf(history);
  }

  /** The day's sheet, if anything was posted for it. */
  public Optional<DaySheet> day(LocalDate day) {
    return Optional.ofNullable(days.get(day));
  }

  /** The day's current value of a metric. */
  public Optional<BigDecimal> value(LocalDate day, String metricId) {
    return day(day).map(sheet -> sheet.values().get(metricId));
  }

  /**
   * The sum of a metric over those days of {@code type}'s period around {@code day} that lie in
   * this month.
   */
  public BigDecimal sum(PeriodType type, LocalDate day, String metricId) {
    Period period = Period.containing(type, day);
    return days.values().stream()
        .filter(sheet -> period.contains(sheet.day()))
        .map(sheet -> sheet.values().getOrDefault(metricId, BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
