package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.ranking.LeaderboardText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What is worth a cheer in a day: streaks and records, from the figures of the last {@value
 * #WINDOW} days. Reads a document per subject and month, once per summary and off the hot path.
 */
@Component
class DayHighlights {

  static final int WINDOW = 60;

  private static final int SHORTEST = 3;
  private static final int SHOWN = 3;

  /** Before that many days with a value every good day would be a record. */
  private static final int DAYS_BEFORE_RECORD = 10;

  private static final Set<Integer> MILESTONES = Set.of(5, 10, 20, 30, 40);

  /** Up to here each day more is news, beyond it only each tenth. */
  private static final int COUNTED_DAILY = 10;

  private final Ledger ledger;
  private final MetricCatalog metrics;
  private final Workdays workdays;

  DayHighlights(Ledger ledger, MetricCatalog metrics, Workdays workdays) {
    this.ledger = ledger;
    this.metrics = metrics;
    this.workdays = workdays;
  }

  /** Values by subject, day and metric id. */
  private record Days(Map<String, Map<LocalDate, Map<String, BigDecimal>>> values) {

    Map<LocalDate, Map<String, BigDecimal>> of(String subjectId) {
      return values.getOrDefault(subjectId, Map.of());
    }
  }

  private record Streak(Member member, Metric metric, int length) {}

  /** At most three lines: streaks of a metric, of reporting, records. */
  List<String> lines(Scope scope, LocalDate day) {
    Organization organization = scope.organization();
    List<Member> members =
        organization.activeMembers(day).stream()
            .filter(member -> !member.guest() && scope.holds(member, day))
            .toList();
    List<Unit> units = organization.units().active(day).stream().filter(scope::holds).toList();
    Set<String> subjects = new HashSet<>();
    members.forEach(member -> subjects.add(member.id()));
    units.forEach(unit -> subjects.add(unit.id()));
    Period window = new Period(PeriodType.CAMPAIGN, day.minusDays(WINDOW - 1L), day);
    Days days = new Days(ledger.dayValues(organization.id(), subjects, window));
    List<Metric> counted =
        metrics.metrics(organization.id()).stream().filter(DayHighlights::counts).toList();
    List<String> lines = new ArrayList<>();
    streaks(organization, members, counted, days, day, lines);
    reporting(organization, members, days, day, lines);
    records(members, units, counted, days, day, lines);
    return lines;
  }

  private static boolean counts(Metric metric) {
    return metric.active()
        && metric.effectiveRollUp() == Metric.RollUp.SUM
        && metric.direction() == Metric.Direction.HIGHER
        && !metric.isDerived();
  }

  private void streaks(
      Organization organization,
      List<Member> members,
      List<Metric> counted,
      Days days,
      LocalDate day,
      List<String> lines) {
    List<Streak> best = new ArrayList<>();
    for (Member member : members) {
      counted.stream()
          .map(
              metric ->
                  new Streak(
                      member,
                      metric,
                      length(organization, member, days, day, values -> has(values, metric))))
          .filter(streak -> isNews(streak.length()))
          .max(Comparator.comparing(Streak::length))
          .ifPresent(best::add);
    }
    best.sort(Comparator.comparing(Streak::length).reversed());
    if (!best.isEmpty()) {
      lines.add(
          "连续："
              + best.stream()
                  .limit(SHOWN)
                  .map(
                      streak ->
                          LeaderboardText.name(streak.member().name())
                              + " "
                              + LeaderboardText.name(streak.metric().name())
                              + "连续"
                              + streak.length()
                              + "天")
                  .collect(Collectors.joining("、")));
    }
  }

  private static boolean isNews(int length) {
    return length >= SHORTEST && (length <= COUNTED_DAILY || length % COUNTED_DAILY == 0);
  }

  /** Only round lengths are news: everybody who reports every day would stand there every day. */
  private void reporting(
      Organization organization,
      List<Member> members,
      Days days,
      LocalDate day,
      List<String> lines) {
    Map<Integer, List<String>> reached = new TreeMap<>(Comparator.reverseOrder());
    for (Member member : members) {
      int length = length(organization, member, days, day, values -> !values.isEmpty());
      if (MILESTONES.contains(length)) {
        reached.computeIfAbsent(length, none -> new ArrayList<>()).add(member.name());
      }
    }
    reached.forEach(
        (length, names) -> lines.add("连续上报" + length + "天：" + LeaderboardText.names(names)));
  }

  /** How many of the person's own workdays in a row fit, {@code day} the last; days off between. */
  private int length(
      Organization organization,
      Member member,
      Days days,
      LocalDate day,
      java.util.function.Predicate<Map<String, BigDecimal>> fits) {
    Map<LocalDate, Map<String, BigDecimal>> own = days.of(member.id());
    int length = 0;
    for (LocalDate one = day; one.isAfter(day.minusDays(WINDOW)); one = one.minusDays(1)) {
      boolean does = fits.test(own.getOrDefault(one, Map.of()));
      if (does) {
        length++;
      } else if (one.equals(day) || workdays.isWorkday(organization.id(), member.id(), one)) {
        return length;
      }
    }
    return length;
  }

  private static void records(
      List<Member> members,
      List<Unit> units,
      List<Metric> counted,
      Days days,
      LocalDate day,
      List<String> lines) {
    List<String> team = new ArrayList<>();
    List<String> people = new ArrayList<>();
    for (Metric metric : counted) {
      Map<LocalDate, BigDecimal> totals = new HashMap<>();
      if (metric.countsOwn()) {
        units.forEach(unit -> add(totals, days.of(unit.id()), metric));
      }
      for (Member member : members) {
        Map<LocalDate, BigDecimal> own = new HashMap<>();
        add(own, days.of(member.id()), metric);
        if (isRecord(own, day)) {
          people.add(LeaderboardText.name(member.name()) + " " + text(metric, own.get(day)));
        }
        if (metric.countsMembers()) {
          add(totals, days.of(member.id()), metric);
        }
      }
      if (isRecord(totals, day)) {
        team.add(text(metric, totals.get(day)));
      }
    }
    line("团队单日新高（近" + WINDOW + "天）：", team, lines);
    line("个人单日新高：", people, lines);
  }

  private static void line(String head, List<String> parts, List<String> lines) {
    if (!parts.isEmpty()) {
      lines.add(head + parts.stream().limit(SHOWN).collect(Collectors.joining("、")));
    }
  }

  private static String text(Metric metric, BigDecimal value) {
    return LeaderboardText.name(metric.name()) + " " + FigureText.of(metric, value);
  }

  private static void add(
      Map<LocalDate, BigDecimal> totals,
      Map<LocalDate, Map<String, BigDecimal>> days,
      Metric metric) {
    days.forEach(
        (day, values) -> {
          BigDecimal value = values.get(metric.id());
          if (value != null) {
            totals.merge(day, value, BigDecimal::add);
          }
        });
  }

  private static boolean isRecord(Map<LocalDate, BigDecimal> values, LocalDate day) {
    BigDecimal today = values.get(day);
    return today != null
        && today.signum() > 0
        && values.size() > DAYS_BEFORE_RECORD
        && values.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(day))
            .allMatch(entry -> entry.getValue().compareTo(today) < 0);
  }

  private static boolean has(Map<String, BigDecimal> values, Metric metric) {
    BigDecimal value = values.get(metric.id());
    return value != null && value.signum() > 0;
  }
}
