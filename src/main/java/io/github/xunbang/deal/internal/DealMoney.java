package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Payment;
import io.github.xunbang.metric.FigureText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What money that comes, goes or was written down wrong makes of a deal; nothing is stored here.
 */
final class DealMoney {

  private static final Comparator<Payment> NEWEST_FIRST =
      Comparator.comparing(Payment::paidOn).thenComparing(Payment::number).reversed();

  private DealMoney() {}

  /**
   * The deal with one more payment.
   *
   * @throws MoneyProblem when it cannot have come
   */
  static Deal pay(Deal deal, BigDecimal amount, LocalDate day) {
    refuseCancelled(deal);
    BigDecimal open = deal.unpaid();
    if (open.signum() == 0) {
      throw new MoneyProblem(
          "allPaid",
          Map.of(
              "deal", name(deal),
              "amount", NumberText.amount(deal.amount()),
              "number", deal.number()));
    }
    if (amount.compareTo(open) > 0) {
      throw tooMuch(deal, amount, open);
    }
    refuseBeforeSigning(deal, day);
    List<Payment> payments = new ArrayList<>(deal.payments());
    int next = payments.stream().mapToInt(Payment::number).max().orElse(0) + 1;
    payments.add(new Payment(next, amount, BigDecimal.ZERO, day));
    return with(deal, payments, deal.cancelled());
  }

  private static MoneyProblem tooMuch(Deal deal, BigDecimal amount, BigDecimal open) {
    return new MoneyProblem(
        "tooMuch",
        Map.of(
            "deal", name(deal),
            "number", deal.number(),
            "amount", yuan(amount),
            "open", yuan(open)));
  }

  /**
   * The deal with {@code amount} given back, the newest payment first.
   *
   * @throws MoneyProblem when less was kept
   */
  static Deal refund(Deal deal, BigDecimal amount) {
    refuseCancelled(deal);
    if (amount.compareTo(deal.paid()) > 0) {
      throw new MoneyProblem(
          "refundTooMuch",
          Map.of("deal", name(deal), "amount", yuan(amount), "paid", yuan(deal.paid())));
    }
    List<Payment> newestFirst = deal.payments().stream().sorted(NEWEST_FIRST).toList();
    List<Payment> payments = new ArrayList<>(deal.payments());
    BigDecimal left = amount;
    for (Payment payment : newestFirst) {
      BigDecimal back = left.min(payment.kept());
      left = left.subtract(back);
      payments.set(
          payments.indexOf(payment),
          new Payment(
              payment.number(), payment.amount(), payment.refunded().add(back), payment.paidOn()));
    }
    return with(deal, payments, false);
  }

  /** The deal taken back, with everything given back. */
  static Deal cancel(Deal deal) {
    refuseCancelled(deal);
    List<Payment> payments =
        deal.payments().stream()
            .map(one -> new Payment(one.number(), one.amount(), one.amount(), one.paidOn()))
            .toList();
    return with(deal, payments, true);
  }

  /**
   * The deal with another amount of one payment (S-62).
   *
   * @throws MoneyProblem when the deal cannot hold it
   */
  static Deal correctAmount(Deal deal, int payment, BigDecimal amount) {
    Payment stored = payment(deal, payment);
    BigDecimal open = deal.amount().subtract(deal.paid()).add(stored.kept());
    BigDecimal kept = amount.subtract(stored.refunded());
    if (kept.signum() < 0) {
      throw new MoneyProblem(
          "lessThanRefunded",
          Map.of("deal", name(deal), "payment", payment, "refunded", yuan(stored.refunded())));
    }
    if (kept.compareTo(open) > 0) {
      throw tooMuch(deal, amount, open);
    }
    return replaced(
        deal, payment, one -> new Payment(payment, amount, one.refunded(), one.paidOn()));
  }

  /**
   * The deal with another day of one payment (S-62).
   *
   * @throws MoneyProblem when it cannot have come then
   */
  static Deal correctDay(Deal deal, int payment, LocalDate day) {
    payment(deal, payment);
    refuseBeforeSigning(deal, day);
    return replaced(deal, payment, one -> new Payment(payment, one.amount(), one.refunded(), day));
  }

  /** The payment of this number. */
  static Payment payment(Deal deal, int number) {
    refuseCancelled(deal);
    return deal.payments().stream()
        .filter(one -> one.number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new MoneyProblem(
                    "noPayment",
                    Map.of("deal", name(deal), "payment", number, "payments", payments(deal))));
  }

  private static String payments(Deal deal) {
    if (deal.payments().isEmpty()) {
      return "还没有回款";
    }
    return String.join(
        "，",
        deal.payments().stream()
            .skip(Math.max(0, deal.payments().size() - 3))
            .map(
                one ->
                    "回款%d是%s %s"
                        .formatted(
                            one.number(),
                            DateText.shortDay(one.paidOn()),
                            NumberText.amount(one.amount())))
            .toList());
  }

  /** {@code #12 王女士}. */
  static String name(Deal deal) {
    return "#" + deal.number() + " " + deal.customer();
  }

  /** {@code 3万}, {@code 5000元}. */
  static String yuan(BigDecimal amount) {
    return FigureText.of(amount, "元");
  }

  private static void refuseCancelled(Deal deal) {
    if (deal.cancelled()) {
      throw new MoneyProblem("cancelled", Map.of("deal", name(deal)));
    }
  }

  private static void refuseBeforeSigning(Deal deal, LocalDate day) {
    if (day.isBefore(deal.signedOn())) {
      throw new MoneyProblem(
          "beforeSigning",
          Map.of(
              "deal", name(deal),
              "number", deal.number(),
              "day", DateText.shortDay(day),
              "signed", DateText.day(deal.signedOn())));
    }
  }

  private static Deal replaced(Deal deal, int payment, UnaryOperator<Payment> change) {
    return with(
        deal,
        deal.payments().stream()
            .map(one -> one.number() == payment ? change.apply(one) : one)
            .toList(),
        false);
  }

  private static Deal with(Deal deal, List<Payment> payments, boolean cancelled) {
    return new Deal(
        deal.organizationId(),
        deal.number(),
        deal.customer(),
        deal.amount(),
        deal.product(),
        deal.source(),
        deal.ownerId(),
        deal.shares(),
        deal.signedOn(),
        deal.rule(),
        deal.qualified(),
        cancelled,
        payments,
        deal.acts(),
        deal.bookings(),
        deal.revision());
  }
}
