package io.github.xunbang.deal.internal;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.approval.Approvals;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.command.Reply;
import io.github.xunbang.deal.Act;
import io.github.xunbang.deal.Booking;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.internal.DealDesk.Dating;
import io.github.xunbang.deal.internal.DealDesk.Outcome;
import io.github.xunbang.deal.internal.MoneyOrder.What;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes orders about the money of deals: carries out what may be, asks for 批准 of the rest (design
 * section 4, S-62), and says what counts then.
 */
@Component
class MoneyDesk {

  static final String KIND = "deal.money";

  private static final String BACKFILL_DAYS = "补报天数";
  private static final int TITLE_LENGTH = 60;

  private final DealDesk desk;
  private final Approvals approvals;
  private final MetricCatalog metrics;
  private final CommandCatalog catalog;
  private final BusinessClock clock;

  MoneyDesk(
      DealDesk desk,
      Approvals approvals,
      MetricCatalog metrics,
      CommandCatalog catalog,
      BusinessClock clock) {
    this.desk = desk;
    this.approvals = approvals;
    this.metrics = metrics;
    this.catalog = catalog;
    this.clock = clock;
  }

  /** The reply texts of everything about money. */
  CommandDefinition texts() {
    return catalog.find(PaymentCommands.NAME).orElseThrow();
  }

  /**
   * Carries the order out, or asks for 批准 when the caller may not decide it alone.
   *
   * @throws MoneyProblem when it cannot be done at all
   */
  Reply take(Organization organization, Caller caller, Deal deal, MoneyOrder order, Instant at) {
    boolean manager = DealFinder.isManager(caller);
    if (deal.holds(order.key()) || manager || isFree(organization, deal, order, at)) {
      return carryOut(organization, deal, order, caller.member(), at, manager);
    }
    order.apply(deal);
    Approval approval =
        approvals.request(
            caller,
            order.key(),
            KIND,
            UntrustedText.oneLine(
                caller.name() + " " + DealMoney.name(deal) + " " + titled(order, deal),
                TITLE_LENGTH),
            order.toData(),
            Access.MANAGER,
            null,
            at);
    return Reply.text(
        texts()
            .text(
                order.what() == What.PAY ? "askedLate" : "asked",
                Map.of(
                    "deal", DealMoney.name(deal),
                    "change", order.change(deal),
                    "day", day(order, organization, at),
                    "number", approval.number())));
  }

  private static String titled(MoneyOrder order, Deal deal) {
    return order.what() == What.PAY
        ? DateText.shortDay(Objects.requireNonNull(order.day())) + " " + order.change(deal)
        : order.change(deal);
  }

  private static String day(MoneyOrder order, Organization organization, Instant at) {
    LocalDate day = order.day();
    return DateText.day(day == null ? organization.businessDay().of(at) : day);
  }

  /** Whether nobody needs to agree. */
  private boolean isFree(Organization organization, Deal deal, MoneyOrder order, Instant at) {
    return switch (order.what()) {
      case PAY -> !isLate(organization, Objects.requireNonNull(order.day()), at);
      case CANCEL -> deal.paid().signum() == 0 && !hasCredit(deal);
      case REFUND, FIX_AMOUNT, FIX_DAY -> false;
    };
  }

  /** As for reports: free for some days while no frozen period contains the day. */
  private boolean isLate(Organization organization, LocalDate day, Instant at) {
    int free = Integer.parseInt(organization.settings().getOrDefault(BACKFILL_DAYS, "3"));
    return day.isBefore(organization.businessDay().of(at).minusDays(free))
        || organization.isFrozen(day, clock.instant());
  }

  private static boolean hasCredit(Deal deal) {
    return deal.bookings().stream()
        .collect(
            Collectors.groupingBy(
                booking -> booking.memberId() + booking.metricId() + booking.nominalDay(),
                Collectors.reducing(BigDecimal.ZERO, Booking::value, BigDecimal::add)))
        .values()
        .stream()
        .anyMatch(sum -> sum.signum() != 0);
  }

  /**
   * Does it; the same order again changes nothing and is answered alike.
   *
   * @param at when it was ordered, or approved
   * @param granted whether a manager stands for it: only then late money enters its own day
   */
  Reply carryOut(
      Organization organization,
      Deal deal,
      MoneyOrder order,
      String actorId,
      Instant at,
      boolean granted) {
    LocalDate today = organization.businessDay().of(at);
    String change =
        deal.holds(order.key()) ? DealPostings.act(deal, order.key()).change() : order.change(deal);
    Act act = new Act(order.key(), order.what().kind(), actorId, at, today, order.typed(), change);
    boolean late = order.day() != null && isLate(organization, order.day(), at);
    Dating dating =
        order.what() == What.PAY && granted && late ? Dating.NOMINAL_DAY : Dating.OPEN_DAY;
    Outcome outcome = desk.change(organization, deal.number(), act, dating, order::apply);
    return Reply.text(answer(organization, order, change, outcome, today));
  }

  private String answer(
      Organization organization,
      MoneyOrder order,
      String change,
      Outcome outcome,
      LocalDate today) {
    Deal deal = outcome.deal();
    List<String> lines = new ArrayList<>();
    lines.add(
        texts()
            .text(
                done(order.what(), deal),
                Map.of(
                    "deal", DealMoney.name(deal),
                    "change", change,
                    "day", DateText.day(order.day() == null ? today : order.day()))));
    if (!deal.cancelled()) {
      lines.add(standing(deal));
    }
    lines.addAll(
        new CreditText(organization, metrics.metrics(organization.id()), today)
            .lines(outcome.booked()));
    if (lines.size() == 2 && deal.unpaid().signum() > 0 && order.what() == What.PAY) {
      lines.add(texts().text(waits(deal), Map.of()));
    }
    return String.join("\n", lines);
  }

  private static String waits(Deal deal) {
    return Credits.countingDay(deal).isPresent() ? "counted" : "waits";
  }

  private String standing(Deal deal) {
    String paid = NumberText.amount(deal.paid());
    String total = NumberText.amount(deal.amount());
    return deal.unpaid().signum() == 0
        ? texts().text("complete", Map.of("total", total))
        : texts()
            .text(
                "partly",
                Map.of("paid", paid, "total", total, "open", NumberText.amount(deal.unpaid())));
  }

  private static String done(What what, Deal deal) {
    return switch (what) {
      case PAY -> "paid";
      case REFUND -> "refunded";
      case CANCEL -> deal.payments().isEmpty() ? "cancelledUnpaid" : "cancelledNow";
      case FIX_AMOUNT, FIX_DAY -> "corrected";
    };
  }
}
