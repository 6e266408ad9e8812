package io.github.xunbang.metric;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What writes a metric's figures in place of daily reports, and for which business days (design
 * sections 3 and 5): {@code 设置 签单来源 签单} feeds 签单 from the next day.
 *
 * @param measure which facts are counted
 * @param from first business day
 * @param until last business day, or null while it goes on
 */
public record Feed(Measure measure, LocalDate from, @Nullable LocalDate until) {

  /** What can be counted; {@code deal} and {@code customer} post the figures. */
  public enum Measure {
    /** Deals that count, in shares that add up to 1 each. */
    DEAL_COUNT(Metric.Source.DEALS),
    /** The amounts of the deals that count, in 元. */
    DEAL_AMOUNT(Metric.Source.DEALS),
    /** The money that came in, in 元, each payment on its own day. */
    PAID_AMOUNT(Metric.Source.DEALS),
    /** Customers recorded completely (S-13), one each for the finder. */
    CUSTOMERS(Metric.Source.LEADS);

    private final Metric.Source source;

    Measure(Metric.Source source) {
      this.source = source;
    }
  }

  /** Whether it writes the figures of {@code day}. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }

  /** The source it stands for. */
  public Metric.Source source() {
    return measure.source;
  }
}
