package io.github.xunbang.report.grammar;

import io.github.xunbang.calendar.PeriodType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number that is compared with what is stored and never stored itself (累计, 目标, 完成率, 还差, and
 * figures of metrics that reports do not write).
 *
 * @param kind what it claims to be
 * @param metricId the metric it belongs to, or null when the text leaves that open
 * @param period the period of a TOTAL (本月累计), else null
 * @param value the number; percent for RATE
 * @param fragment what was typed
 */
public record CheckValue(
    Kind kind,
    @Nullable String metricId,
    @Nullable PeriodType period,
    BigDecimal value,
    String fragment) {

  /** What a check value claims. */
  public enum Kind {
    /** 累计, 月累, 本月. */
    TOTAL,
    /** 目标, 任务. */
    TARGET,
    /** 完成率, 达成率. */
    RATE,
    /** 还差, 缺口. */
    GAP,
    /** The day's value of a metric that is not written by reports. */
    DAY,
    /** The day's value of a metric that deals or customers write on that day. */
    FED,
    /** {@code 签单+1}: what a report would add to such a value, and cannot. */
    FED_CHANGE
  }

  /** Whether it stands where the ledger is written by deals or customers. */
  public boolean isFed() {
    return kind == Kind.FED || kind == Kind.FED_CHANGE;
  }
}
