package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a recurring quota asks for in a period of another length: day by day for 每日 (quota ×
 * workdays on which it held), else the quota of each week, 旬 or month times its share of workdays
 * inside the period: quota ÷ its workdays × workdays in common.
 */
final class Quotas {

  private final StoredTarget quota;
  private final PeriodCalendar periods;
  private final Count workdays;

  /** Counts workdays from first to last. */
  interface Count {
    BigDecimal between(LocalDate first, LocalDate last);
  }

  Quotas(StoredTarget quota, PeriodCalendar periods, Count workdays) {
    this.quota = quota;
    this.periods = periods;
    this.workdays = workdays;
  }

  /**
   * The unrounded sum.
   *
   * @param value base or stretch of a state; a state without it counts 0
   */
  BigDecimal in(LocalDate first, LocalDate last, Function<Draft, @Nullable BigDecimal> value) {
    return quota.key().cadence() == Cadence.DAY
        ? daily(first, last, value)
        : shared(first, last, value);
  }

  private BigDecimal daily(
      LocalDate first, LocalDate last, Function<Draft, @Nullable BigDecimal> value) {
    BigDecimal sum = BigDecimal.ZERO;
    List<Version> versions = quota.versions();
    for (int i = 0; i < versions.size(); i++) {
      LocalDate from = later(first, versions.get(i).since());
      LocalDate to =
          i + 1 < versions.size() ? earlier(last, versions.get(i + 1).since().minusDays(1)) : last;
      BigDecimal daily = value.apply(versions.get(i).draft());
      if (daily != null && !to.isBefore(from)) {
        sum = sum.add(daily.multiply(workdays.between(from, to)));
      }
    }
    return sum;
  }

  private BigDecimal shared(
      LocalDate first, LocalDate last, Function<Draft, @Nullable BigDecimal> value) {
    Cadence cadence = java.util.Objects.requireNonNull(quota.key().cadence());
    BigDecimal sum = BigDecimal.ZERO;
    for (Period unit = periods.containing(cadence.type(), first);
        !unit.start().isAfter(last);
        unit = periods.next(unit)) {
      BigDecimal whole = quota.on(unit.end()).map(valid -> value.apply(valid.draft())).orElse(null);
      if (whole != null) {
        sum = sum.add(share(whole, unit, later(first, unit.start()), earlier(last, unit.end())));
      }
    }
    return sum;
  }

  private BigDecimal share(BigDecimal whole, Period unit, LocalDate from, LocalDate to) {
    BigDecimal all = workdays.between(unit.start(), unit.end());
    return all.signum() == 0
        ? BigDecimal.ZERO
        : whole.multiply(workdays.between(from, to)).divide(all, MathContext.DECIMAL64);
  }

  static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
