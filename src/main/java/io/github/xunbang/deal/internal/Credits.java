package io.github.xunbang.deal.internal;

import io.github.xunbang.deal.Booking;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Payment;
import io.github.xunbang.deal.Share;
import io.github.xunbang.metric.Feed.Measure;
import io.github.xunbang.metric.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What a deal deserves (design section 6): worked out from the deal alone, so it comes to the same
 * whatever happened in between. The ledger gets the difference to what was booked before.
 */
final class Credits {

  private static final BigDecimal CENT = new BigDecimal("0.01");

  private final Deal deal;
  private final List<Metric> metrics;
  private final Map<Slot, BigDecimal> booked = new LinkedHashMap<>();
  private final Map<Slot, BigDecimal> deserved = new LinkedHashMap<>();

  /** Where a credit stands: the sum of its bookings is what the deal deserves there. */
  record Slot(String memberId, String metricId, Measure measure, LocalDate nominalDay) {}

  private Credits(Deal deal, List<Metric> metrics) {
    this.deal = deal;
    this.metrics = metrics;
  }

  /**
   * What is to be booked so that the deal has what it deserves.
   *
   * @param deal as wanted, with the bookings so far
   * @param metrics of the organization
   * @param actId the act that makes the difference
   * @param bookedDay from the nominal day to the day in the ledger
   */
  static List<Booking> due(
      Deal deal, List<Metric> metrics, String actId, UnaryOperator<LocalDate> bookedDay) {
    Credits credits = new Credits(deal, metrics);
    credits.sumUp();
    credits.deserve();
    return credits.difference(actId, bookedDay);
  }

  private void sumUp() {
    for (Booking booking : deal.bookings()) {
      Slot slot =
          new Slot(booking.memberId(), booking.metricId(), booking.measure(), booking.nominalDay());
      booked.merge(slot, booking.value(), BigDecimal::add);
    }
  }

  private void deserve() {
    if (!deal.qualified() || deal.cancelled()) {
      return;
    }
    countingDay(deal)
        .ifPresent(
            day -> {
              List<BigDecimal> parts = deal.shares().stream().map(Share::part).toList();
              credit(Measure.DEAL_COUNT, day, parts);
              credit(Measure.DEAL_AMOUNT, day, split(deal.amount(), parts));
            });
    for (Payment payment : deal.payments()) {
      List<BigDecimal> parts = deal.shares().stream().map(Share::part).toList();
      credit(Measure.PAID_AMOUNT, payment.paidOn(), split(payment.kept(), parts));
    }
  }

  private void credit(Measure measure, LocalDate day, List<BigDecimal> parts) {
    for (String metricId : counting(measure, day)) {
      for (int i = 0; i < parts.size(); i++) {
        String memberId = deal.shares().get(i).memberId();
        deserved.merge(new Slot(memberId, metricId, measure, day), parts.get(i), BigDecimal::add);
      }
    }
  }

  /**
   * The metrics that count this on that day: those fed with it, and those that were when it was
   * booked and are fed with nothing else there now. A feed that ended takes nothing back.
   */
  private Set<String> counting(Measure measure, LocalDate day) {
    Set<String> counting = new LinkedHashSet<>();
    metrics.stream()
        .filter(metric -> metric.isFedOn(day, measure))
        .forEach(metric -> counting.add(metric.id()));
    booked.keySet().stream()
        .filter(slot -> slot.measure() == measure && slot.nominalDay().equals(day))
        .filter(slot -> !isFedWithAnything(slot.metricId(), day))
        .forEach(slot -> counting.add(slot.metricId()));
    return counting;
  }

  private boolean isFedWithAnything(String metricId, LocalDate day) {
    return metrics.stream()
        .filter(metric -> metric.id().equals(metricId))
        .anyMatch(metric -> metric.feed() != null && metric.feed().covers(day));
  }

  private List<Booking> difference(String actId, UnaryOperator<LocalDate> bookedDay) {
    Set<Slot> slots = new LinkedHashSet<>(booked.keySet());
    slots.addAll(deserved.keySet());
    List<Booking> due = new ArrayList<>();
    for (Slot slot : slots) {
      BigDecimal missing =
          deserved
              .getOrDefault(slot, BigDecimal.ZERO)
              .subtract(booked.getOrDefault(slot, BigDecimal.ZERO));
      if (missing.signum() != 0) {
        due.add(
            new Booking(
                actId,
                slot.memberId(),
                slot.metricId(),
                slot.measure(),
                slot.nominalDay(),
                bookedDay.apply(slot.nominalDay()),
                missing));
      }
    }
    return due;
  }

  /** The day on which the deal counts by its rule; empty while it does not. */
  static Optional<LocalDate> countingDay(Deal deal) {
    if (!deal.qualified() || deal.cancelled()) {
      return Optional.empty();
    }
    return switch (deal.rule()) {
      case SIGNING -> Optional.of(deal.signedOn());
      case FIRST_PAYMENT -> dayOfReaching(deal, CENT);
      case FULL_PAYMENT -> dayOfReaching(deal, deal.amount());
    };
  }

  private static Optional<LocalDate> dayOfReaching(Deal deal, BigDecimal goal) {
    BigDecimal sum = BigDecimal.ZERO;
    List<Payment> inOrder =
        deal.payments().stream().sorted(Comparator.comparing(Payment::paidOn)).toList();
    for (Payment payment : inOrder) {
      sum = sum.add(payment.kept());
      if (sum.compareTo(goal) >= 0) {
        return Optional.of(payment.paidOn());
      }
    }
    return Optional.empty();
  }

  /**
   * Splits {@code total} to the cent, by largest remainder, so that the parts add up exactly; of
   * equal remainders the earlier share gets the cent.
   *
   * @param total 元, at least 0, with at most two decimals
   * @param parts adding up to 1
   */
  static List<BigDecimal> split(BigDecimal total, List<BigDecimal> parts) {
    List<BigDecimal> exact = parts.stream().map(total::multiply).toList();
    BigDecimal[] cents =
        exact.stream()
            .map(value -> value.setScale(2, RoundingMode.DOWN))
            .toArray(BigDecimal[]::new);
    BigDecimal rest = total;
    for (BigDecimal value : cents) {
      rest = rest.subtract(value);
    }
    List<Integer> byRemainder =
        IntStream.range(0, cents.length)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> exact.get(i).subtract(cents[i])).reversed())
            .toList();
    int given = rest.divide(CENT).intValueExact();
    byRemainder.stream().limit(given).forEach(i -> cents[i] = cents[i].add(CENT));
    return List.of(cents);
  }
}
