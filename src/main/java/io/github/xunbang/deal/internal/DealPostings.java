package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.deal.Act;
import io.github.xunbang.deal.Booking;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.metric.Feed;
import io.github.xunbang.metric.FigureChange;
import io.github.xunbang.metric.FigureChange.Operation;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.SubjectChange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Turns the bookings of one act into the one posting that the ledger gets for it. */
final class DealPostings {

  private DealPostings() {}

  /** Which subject's which day. */
  private record Line(String memberId, LocalDate day) {}

  /** The act's bookings, as stored with the deal. */
  static List<Booking> bookings(Deal deal, String actId) {
    return deal.bookings().stream().filter(booking -> booking.actId().equals(actId)).toList();
  }

  /** The posting of the act; empty when it changes no figure. */
  static Optional<Posting> of(Deal deal, Act act) {
    Map<Line, Map<String, BigDecimal>> sums = new LinkedHashMap<>();
    List<Booking> bookings = bookings(deal, act.id());
    for (Booking booking : bookings) {
      sums.computeIfAbsent(
              new Line(booking.memberId(), booking.bookedDay()), none -> new LinkedHashMap<>())
          .merge(booking.metricId(), booking.value(), BigDecimal::add);
    }
    List<SubjectChange> changes = new ArrayList<>();
    sums.forEach((line, values) -> change(line, values).ifPresent(changes::add));
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Posting(
                deal.organizationId(),
                key(deal, act.id()),
                act.actorId(),
                act.at(),
                text(deal, act, bookings),
                LedgerEntry.Reason.DEAL,
                changes));
  }

  /** The ledger's idempotency key: one posting per deal and act. */
  static String key(Deal deal, String actId) {
    return "deal|" + deal.number() + "|" + actId;
  }

  private static Optional<SubjectChange> change(Line line, Map<String, BigDecimal> values) {
    List<FigureChange> figures =
        values.entrySet().stream()
            .filter(value -> value.getValue().signum() != 0)
            .map(value -> new FigureChange(value.getKey(), Operation.ADD, value.getValue()))
            .toList();
    return figures.isEmpty()
        ? Optional.empty()
        : Optional.of(new SubjectChange(line.memberId(), line.day(), figures, Map.of()));
  }

  /** {@code 签单#12 王女士 回款3万 计0.5单}; a counter-entry names the day it belongs to. */
  private static String text(Deal deal, Act act, List<Booking> bookings) {
    String days =
        bookings.stream()
            .filter(booking -> !booking.bookedDay().equals(booking.nominalDay()))
            .map(booking -> DateText.shortDay(booking.nominalDay()))
            .distinct()
            .collect(Collectors.joining("、"));
    return "签单#%d %s %s".formatted(deal.number(), deal.customer(), act.change())
        + counted(bookings, " 计", value -> value.signum() > 0)
        + counted(bookings, " 减", value -> value.signum() < 0)
        + (days.isEmpty() ? "" : " 冲" + days);
  }

  /** Each person's part of the deal that counts by this act, equal ones once: {@code 0.5单}. */
  private static String counted(
      List<Booking> bookings, String word, Predicate<BigDecimal> counted) {
    String parts =
        bookings.stream()
            .filter(booking -> booking.measure() == Feed.Measure.DEAL_COUNT)
            .map(Booking::value)
            .filter(counted)
            .map(value -> NumberText.plain(value.abs()))
            .distinct()
            .collect(Collectors.joining("/"));
    return parts.isEmpty() ? "" : word + parts + "单";
  }

  /** The act of this id in the deal. */
  static Act act(Deal deal, String actId) {
    return Objects.requireNonNull(
        deal.acts().stream().filter(act -> act.id().equals(actId)).findFirst().orElse(null));
  }
}
