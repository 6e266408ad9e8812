package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.target.Subject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** A subject's figures, each period read once per answer. */
final class Standing {

  private final TargetCall context;
  private final Subject subject;
  private final Actuals actuals;
  private final Map<Period, Map<String, BigDecimal>> read = new HashMap<>();

  Standing(TargetCall context, Subject subject, Actuals actuals) {
    this.context = context;
    this.subject = subject;
    this.actuals = actuals;
  }

  Subject subject() {
    return subject;
  }

  /** By metric id. */
  Map<String, BigDecimal> in(Period period) {
    return read.computeIfAbsent(
        period, missing -> actuals.of(context.organization(), subject, missing).sums());
  }

  Map<String, BigDecimal> today() {
    return in(Period.containing(PeriodType.DAY, context.today()));
  }
}
