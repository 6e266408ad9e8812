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

  /** How many pages there are; each keeps the answer within six lines. */
  static int pages(List<Deal> deals) {
    return (deals.size() + SHOWN - 1) / SHOWN;
  }

  /** The deals of a page, counted from 1. */
  static List<Deal> page(List<Deal> deals, int page) {
    return deals.stream().skip((page - 1L) * SHOWN).limit(SHOWN).toList();
  }

  /**
   * The deals in their order, one line each.
   *
   * @param owner what stands before the amount, the owner's name or nothing
   */
  static String lines(List<Deal> deals, LocalDate today, Function<Deal, String> owner) {
    return deals.stream()
        .map(deal -> line(deal, today, owner.apply(deal)))
        .collect(Collectors.joining("\n"));
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
