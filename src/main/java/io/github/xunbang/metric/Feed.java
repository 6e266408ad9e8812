package io.github.xunbang.metric;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What writes a metric's figures in place of daily reports, and for which business days (design
 * sections 3 and 5): {@code 设置 签单来源 签单} feeds 签单 from the next day. Days that were fed once stay
 * fed, so a feed remembers its earlier spans.
 *
 * @param measure which facts are counted
 * @param from first business day
 * @param until last business day, or null while it goes on
 * @param earlier the span before it, or null
 */
public record Feed(
    Measure measure, LocalDate from, @Nullable LocalDate until, @Nullable Feed earlier) {

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

    /** Whether it is counted in 元, not in pieces. */
    public boolean isAmount() {
      return this == DEAL_AMOUNT || this == PAID_AMOUNT;
    }
  }

  public Feed {
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("A feed ends before it begins: " + from);
    }
    if (earlier != null && (earlier.until == null || !earlier.until.isBefore(from))) {
      throw new IllegalArgumentException("A feed begins inside its earlier span: " + from);
    }
  }

  /** A feed that had no earlier span. */
  public Feed(Measure measure, LocalDate from, @Nullable LocalDate until) {
    this(measure, from, until, null);
  }

  /** The span, this one or an earlier one, that writes the figures of {@code day}. */
  public Optional<Feed> on(LocalDate day) {
    if (!day.isBefore(from)) {
      return until == null || !day.isAfter(until) ? Optional.of(this) : Optional.empty();
    }
    return earlier == null ? Optional.empty() : earlier.on(day);
  }

  /** Whether it writes the figures of {@code day}. */
  public boolean covers(LocalDate day) {
    return on(day).isPresent();
  }

  /** The source its measure stands for. */
  public Metric.Source source() {
    return measure.source;
  }
}
