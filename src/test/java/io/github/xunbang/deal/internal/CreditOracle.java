package io.github.xunbang.deal.internal;

import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Payment;
import io.github.xunbang.deal.Share;
import io.github.xunbang.metric.Feed.Measure;
import io.github.xunbang.metric.Metric;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What deals deserve, worked out the slow way: walk through the days and look on each whether the
 * money is there. Knows nothing of bookings and shares no code with what it checks.
 */
final class CreditOracle {

  private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);
  private static final LocalDate LAST = LocalDate.of(2027, 3, 1);

  private CreditOracle() {}

  /** What the deal gives one member in one metric over all days, not rounded. */
  static BigDecimal exact(Deal deal, Metric metric, String memberId) {
    BigDecimal part =
        deal.shares().stream()
            .filter(share -> share.memberId().equals(memberId))
            .map(Share::part)
            .findFirst()
            .orElse(BigDecimal.ZERO);
    return total(deal, metric).multiply(part);
  }

  /** What the deal gives all together in one metric over all days. */
  static BigDecimal total(Deal deal, Metric metric) {
    BigDecimal total = BigDecimal.ZERO;
    if (deal.cancelled() || !deal.qualified()) {
      return total;
    }
    boolean counted = false;
    for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
      boolean fed = metric.feed() != null && metric.feed().covers(day);
      if (fed && metric.feed().measure() == Measure.PAID_AMOUNT) {
        total = total.add(kept(deal, day, day));
      }
      if (!counted && counts(deal, day)) {
        counted = true;
        if (fed && metric.feed().measure() == Measure.DEAL_COUNT) {
          total = total.add(BigDecimal.ONE);
        }
        if (fed && metric.feed().measure() == Measure.DEAL_AMOUNT) {
          total = total.add(deal.amount());
        }
      }
    }
    return total;
  }

  private static boolean counts(Deal deal, LocalDate day) {
    BigDecimal kept = kept(deal, FIRST, day);
    return switch (deal.rule()) {
      case SIGNING -> !day.isBefore(deal.signedOn());
      case FIRST_PAYMENT -> kept.signum() > 0;
      case FULL_PAYMENT -> kept.compareTo(deal.amount()) >= 0;
    };
  }

  private static BigDecimal kept(Deal deal, LocalDate from, LocalDate to) {
    BigDecimal kept = BigDecimal.ZERO;
    for (Payment payment : deal.payments()) {
      if (!payment.paidOn().isBefore(from) && !payment.paidOn().isAfter(to)) {
        kept = kept.add(payment.amount()).subtract(payment.refunded());
      }
    }
    return kept;
  }
}
