package io.github.xunbang.deal.internal;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.deal.Deal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists what is signed but not paid, with its age (S-63), short enough for a phone. */
final class UnpaidText {

  private static final int SHOWN = 4;

  private UnpaidText() {}

  /** {@code 3单共还差8.2万}. */
  static String sum(List<Deal> deals) {
    BigDecimal open = deals.stream().map(Deal::unpaid).reduce(BigDecimal.ZERO, BigDecimal::add);
    return "%d单共还差%s".formatted(deals.size(), DealMoney.yuan(open));
  }

  /**
   * The first of {@code deals} in their order, one line each, and how many more there are.
   *
   * @param owner what stands before the customer, the owner's name or nothing
   */
  static String lines(List<Deal> deals, LocalDate today, Function<Deal, String> owner) {
    String lines =
        deals.stream()
            .limit(SHOWN)
            .map(deal -> line(deal, today, owner.apply(deal)))
            .collect(Collectors.joining("\n"));
    int more = deals.size() - SHOWN;
    return more > 0 ? "%s\n…还有%d单".formatted(lines, more) : lines;
  }

  private static String line(Deal deal, LocalDate today, String owner) {
    long age = Math.max(0, ChronoUnit.DAYS.between(deal.signedOn(), today));
    String open =
        deal.paid().signum() == 0
            ? "差" + DealMoney.yuan(deal.unpaid())
            : "差%s/%s"
                .formatted(NumberText.amount(deal.unpaid()), NumberText.amount(deal.amount()));
    return "%s%s %s %s"
        .formatted(
            DealMoney.name(deal),
            owner.isEmpty() ? "" : " " + owner,
            open,
            age == 0 ? "今天签" : age + "天");
  }
}
