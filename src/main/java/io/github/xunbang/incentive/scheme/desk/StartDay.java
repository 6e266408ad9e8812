package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.calendar.DateReading;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodCalendar;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Campaign;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From which day rules may hold: the first day of the running settlement month at the earliest, and
 * never so that a period of the scheme that is already over changes its rules (S-139).
 */
final class StartDay {

  private static final List<PeriodType> SHORT =
      List.of(PeriodType.WEEK, PeriodType.XUN, PeriodType.HALF_MONTH);
  private static final int DAYS_AHEAD = 366;
  private static final int MONTHS_MEANT_AHEAD = 6;

  private final SchemeCall call;
  private final PeriodCalendar calendar;

  StartDay(SchemeCall call) {
    this.call = call;
    this.calendar = call.organization().periods();
  }

  /** The earliest day for {@code rules} to take over in {@code scheme}; also the usual one. */
  LocalDate earliest(Scheme scheme, List<Rule> rules) {
    LocalDate month = calendar.containing(PeriodType.MONTH, call.today()).start();
    List<Rule> before =
        scheme.versions().stream()
            .filter(version -> version.state() == Scheme.State.IN_FORCE)
            .flatMap(version -> version.rules().stream())
            .toList();
    if (before.isEmpty()) {
      boolean onlyShort = rules.stream().map(Rule::period).allMatch(SHORT::contains);
      return onlyShort
          ? running(rules.stream(), month)
          : campaignStart(rules).filter(month::isAfter).orElse(month);
    }
    return running(Stream.concat(before.stream(), rules.stream()), month);
  }

  /** The first day of the shortest running period of these rules, not before {@code month}. */
  private LocalDate running(Stream<Rule> rules, LocalDate month) {
    return rules
        .map(Rule::period)
        .filter(SHORT::contains)
        .map(type -> calendar.containing(type, call.today()).start())
        .filter(month::isBefore)
        .max(Comparator.naturalOrder())
        .orElse(month);
  }

  /** A scheme of nothing but campaigns begins with the first of them that is not over. */
  private Optional<LocalDate> campaignStart(List<Rule> rules) {
    boolean only = rules.stream().allMatch(rule -> rule.period() == PeriodType.CAMPAIGN);
    return only
        ? rules.stream()
            .flatMap(rule -> campaign(call.organization(), rule).stream())
            .filter(period -> !period.end().isBefore(call.today()))
            .map(Period::start)
            .min(Comparator.naturalOrder())
        : Optional.empty();
  }

  static Optional<Period> campaign(Organization organization, Rule rule) {
    return organization
        .campaign(Objects.requireNonNullElse(rule.campaign(), ""))
        .map(Campaign::period);
  }

  /**
   * The day that the words mean, or the usual one without words.
   *
   * @throws io.github.xunbang.command.CommandRejectedException for a day in a period that is over
   */
  LocalDate read(Scheme scheme, List<Rule> rules, String verb) {
    LocalDate earliest = earliest(scheme, rules);
    String typed = call.words().replaceFirst("^从", "").replaceFirst("(起|开始)$", "").strip();
    if (typed.isEmpty()) {
      return earliest;
    }
    LocalDate day = day(typed, earliest).orElseThrow(() -> unreadable(scheme, verb, typed));
    if (day.isBefore(earliest)) {
      throw call.rejection(
          "schemeClosedDay",
          Map.of(
              "day", dated(day),
              "earliest", dated(earliest),
              "line", verb + " " + scheme.id() + " " + earliest));
    }
    if (day.isAfter(call.today().plusDays(DAYS_AHEAD))) {
      throw unreadable(scheme, verb, typed);
    }
    return day;
  }

  private RuntimeException unreadable(Scheme scheme, String verb, String typed) {
    return call.rejection(
        "schemeDay",
        Map.of("word", UntrustedText.oneLine(typed, 12), "line", verb + " " + scheme.id()));
  }

  private Optional<LocalDate> day(String typed, LocalDate earliest) {
    Optional<DateReading> date =
        new DateWords(call.organization().businessDay(), call.call().message().receivedAt())
            .parse(typed);
    if (date.isPresent()) {
      return date.filter(DateReading.Resolved.class::isInstance)
          .map(reading -> ((DateReading.Resolved) reading).date())
          .map(day -> typed.matches("\\d{4}.*") ? day : ahead(day, earliest));
    }
    return call.period(typed)
        .map(
            period -> typed.matches("\\d{1,2}月份?") ? monthAhead(period, earliest) : period.start());
  }

  /** A date without its year that lies far back means the coming one. */
  private LocalDate ahead(LocalDate day, LocalDate earliest) {
    LocalDate next = day.plusYears(1);
    return day.isBefore(earliest) && next.isBefore(call.today().plusMonths(MONTHS_MEANT_AHEAD))
        ? next
        : day;
  }

  private LocalDate monthAhead(Period month, LocalDate earliest) {
    LocalDate next = ahead(month.end(), earliest);
    return calendar.containing(PeriodType.MONTH, next).start();
  }

  /** {@code 从12月1日(周二)起：按月的从2026年12月算起}: what a manager wants to know of a day. */
  String effect(LocalDate from, List<Rule> rules) {
    String kinds =
        rules.stream()
            .map(Rule::period)
            .distinct()
            .filter(type -> type != PeriodType.CAMPAIGN)
            .sorted()
            .map(type -> "按" + Words.period(type) + "的从" + firstPeriod(type, from).label() + "算")
            .collect(Collectors.joining("，"));
    return "从" + dated(from) + "起" + (kinds.isEmpty() ? "" : "：" + kinds);
  }

  private Period firstPeriod(PeriodType type, LocalDate from) {
    Period period = calendar.containing(type, from);
    return period.start().isBefore(from) ? calendar.next(period) : period;
  }

  private String dated(LocalDate day) {
    return (day.getYear() == call.today().getYear() ? "" : day.getYear() + "年") + DateText.day(day);
  }
}
