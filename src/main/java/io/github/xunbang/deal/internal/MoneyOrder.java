package io.github.xunbang.deal.internal;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.deal.Act;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Payment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about a deal's money, complete, so that it can wait for 批准.
 *
 * @param what which
 * @param number the deal's
 * @param amount 元, for PAY, REFUND and FIX_AMOUNT
 * @param day business day, for PAY and FIX_DAY
 * @param payment the payment's number, for FIX_AMOUNT and FIX_DAY, else 0
 * @param reason as typed, possibly empty
 * @param key message key of the order, which becomes the act's id
 * @param typed the line, phone numbers cut out
 */
record MoneyOrder(
    What what,
    int number,
    @Nullable BigDecimal amount,
    @Nullable LocalDate day,
    int payment,
    String reason,
    String key,
    String typed) {

  /** What can be done. */
  enum What {
    PAY,
    REFUND,
    CANCEL,
    FIX_AMOUNT,
    FIX_DAY;

    Act.Kind kind() {
      return switch (this) {
        case PAY -> Act.Kind.PAID;
        case REFUND -> Act.Kind.REFUNDED;
        case CANCEL -> Act.Kind.CANCELLED;
        case FIX_AMOUNT, FIX_DAY -> Act.Kind.CORRECTED;
      };
    }
  }

  /**
   * The deal with this done.
   *
   * @throws MoneyProblem when it cannot be done
   */
  Deal apply(Deal deal) {
    return switch (what) {
      case PAY -> DealMoney.pay(deal, money(), date());
      case REFUND -> DealMoney.refund(deal, money());
      case CANCEL -> DealMoney.cancel(deal);
      case FIX_AMOUNT -> DealMoney.correctAmount(deal, payment, money());
      case FIX_DAY -> DealMoney.correctDay(deal, payment, date());
    };
  }

  /** Old → new in a few words: {@code 回款3万}, {@code 回款1 3万→2.8万 财务核对}. */
  String change(Deal deal) {
    String words =
        switch (what) {
          case PAY -> "回款" + NumberText.amount(money());
          case REFUND -> "退款" + NumberText.amount(money());
          case CANCEL -> "退单";
          case FIX_AMOUNT ->
              "回款%d %s→%s"
                  .formatted(
                      payment,
                      NumberText.amount(stored(deal).amount()),
                      NumberText.amount(money()));
          case FIX_DAY ->
              "回款%d %s→%s"
                  .formatted(
                      payment, DateText.shortDay(stored(deal).paidOn()), DateText.shortDay(date()));
        };
    return reason.isEmpty() ? words : words + " " + reason;
  }

  private Payment stored(Deal deal) {
    return DealMoney.payment(deal, payment);
  }

  private BigDecimal money() {
    return Objects.requireNonNull(amount);
  }

  private LocalDate date() {
    return Objects.requireNonNull(day);
  }

  /** For an approval that waits. */
  Map<String, String> toData() {
    Map<String, String> data = new HashMap<>();
    data.put("what", what.name());
    data.put("number", Integer.toString(number));
    data.put("payment", Integer.toString(payment));
    data.put(Approval.REASON, reason);
    data.put("key", key);
    data.put("typed", typed);
    if (amount != null) {
      data.put("amount", amount.toPlainString());
    }
    if (day != null) {
      data.put("day", day.toString());
    }
    return data;
  }

  /** From an approval. */
  static MoneyOrder of(Map<String, String> data) {
    String amount = data.get("amount");
    String day = data.get("day");
    return new MoneyOrder(
        What.valueOf(data.get("what")),
        Integer.parseInt(data.get("number")),
        amount == null ? null : new BigDecimal(amount),
        day == null ? null : LocalDate.parse(day),
        Integer.parseInt(data.get("payment")),
        data.getOrDefault(Approval.REASON, ""),
        data.get("key"),
        data.get("typed"));
  }
}
