package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.deal.Booking;
import io.github.xunbang.metric.Feed.Measure;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Says in a few lines what now counts for whom: {@code 计入12月：张敏0.5单 李四0.5单}; counter-entries name
 * what they stand for: {@code 冲12月上旬，记在今天：张敏-0.5单}.
 */
final class CreditText {

  private static final int MOST_LINES = 3;

  private final Organization organization;
  private final Map<String, Metric> metrics;
  private final LocalDate today;

  CreditText(Organization organization, List<Metric> metrics, LocalDate today) {
    this.organization = organization;
    this.metrics = metrics.stream().collect(Collectors.toMap(Metric::id, metric -> metric));
    this.today = today;
  }

  /** The lines for what one act has booked; deals first, then money. */
  List<String> lines(List<Booking> booked) {
    Map<String, List<Booking>> byHead = new LinkedHashMap<>();
    booked.stream()
        .filter(booking -> metrics.containsKey(booking.metricId()))
        .sorted(Comparator.comparing(Booking::measure))
        .forEach(
            booking ->
                byHead.computeIfAbsent(head(booking), none -> new ArrayList<>()).add(booking));
    return byHead.entrySet().stream()
        .limit(MOST_LINES)
        .map(line -> line.getKey() + "：" + parts(line.getValue()))
        .toList();
  }

  /** Each person once per metric, whatever days it lies on. */
  private String parts(List<Booking> bookings) {
    Map<String, Map<String, BigDecimal>> sums = new LinkedHashMap<>();
    bookings.forEach(
        booking ->
            sums.computeIfAbsent(booking.memberId(), none -> new LinkedHashMap<>())
                .merge(booking.metricId(), booking.value(), BigDecimal::add));
    List<String> parts = new ArrayList<>();
    sums.forEach(
        (memberId, values) ->
            values.forEach(
                (metricId, value) ->
                    parts.add(name(memberId) + FigureText.of(metrics.get(metricId), value))));
    return String.join(" ", parts);
  }

  private String head(Booking booking) {
    String what =
        booking.measure() == Measure.DEAL_COUNT ? "" : metrics.get(booking.metricId()).name();
    boolean less = booking.value().signum() < 0;
    if (!booking.bookedDay().equals(booking.nominalDay())) {
      return "%s%s%s，记在%s"
          .formatted(less ? "冲" : "补", xun(booking.nominalDay()), what, day(booking.bookedDay()));
    }
    return (less ? "冲减" : "计入") + month(booking.bookedDay()) + what;
  }

  private String day(LocalDate day) {
    return day.equals(today) ? "今天" : DateText.shortDay(day);
  }

  /** {@code 12月上旬}. */
  private String xun(LocalDate day) {
    String label = Period.containing(PeriodType.XUN, day).label();
    return withoutThisYear(label, day);
  }

  /** The settlement month; its dates are added when it is not the calendar's. */
  private String month(LocalDate day) {
    Period month = organization.periods().containing(PeriodType.MONTH, day);
    String label = withoutThisYear(month.label(), month.end());
    return YearMonth.from(day).equals(YearMonth.from(month.end()))
        ? label
        : "%s（%s起）".formatted(label, DateText.shortDay(month.start()));
  }

  private String withoutThisYear(String label, LocalDate day) {
    return day.getYear() == today.getYear() ? label.replaceFirst("^\\d+年", "") : label;
  }

  private String name(String memberId) {
    return organization.member(memberId).map(Member::name).orElse("");
  }
}
