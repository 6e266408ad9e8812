package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.target.Subject;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a target is for: a period, or a cadence for a recurring quota; exactly one of both.
 *
 * @param subject whose
 * @param metricId which metric
 * @param period one stretch of days, or null
 * @param cadence how often, or null
 */
record TargetKey(
    Subject subject, String metricId, @Nullable Period period, @Nullable Cadence cadence) {

  /** The bucket of recurring quotas. */
  static final String STANDING = "standing";

  TargetKey {
    if ((period == null) == (cadence == null)) {
      throw new IllegalArgumentException("Either a period or a cadence");
    }
  }

  static TargetKey of(Subject subject, String metricId, Period period) {
    return new TargetKey(subject, metricId, period, null);
  }

  static TargetKey of(Subject subject, String metricId, Cadence cadence) {
    return new TargetKey(subject, metricId, null, cadence);
  }

  /** Targets of periods that start in one calendar month share a document. */
  String bucket() {
    return period == null ? STANDING : bucket(period);
  }

  static String bucket(Period period) {
    return YearMonth.from(period.start()).toString();
  }

  /** What people read: 2026年12月, 每日. */
  String span() {
    return period != null ? period.label() : cadence == null ? "" : cadence.word();
  }
}
