package io.github.xunbang.digest;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.ranking.BoardRequest;
import io.github.xunbang.ranking.Entrants;
import io.github.xunbang.ranking.Leaderboard;
import io.github.xunbang.ranking.LeaderboardService;
import io.github.xunbang.ranking.LeaderboardText;
import io.github.xunbang.report.OutstandingReports;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 战报 asked for: what the team or one unit has in all, who leads, and how many still owe a report.
 * Only a count, for names in a group shame; with figures behind it the word is a report.
 */
@Component
class DaySummaryCommand implements CommandHandler {

  private static final int TOP = 3;
  private static final int BOARDS = 3;

  private final OrganizationService organizations;
  private final MetricCatalog metrics;
  private final Figures figures;
  private final LeaderboardService leaderboards;
  private final OutstandingReports outstanding;

  DaySummaryCommand(
      OrganizationService organizations,
      MetricCatalog metrics,
      Figures figures,
      LeaderboardService leaderboards,
      OutstandingReports outstanding) {
    this.organizations = organizations;
    this.metrics = metrics;
    this.figures = figures;
    this.leaderboards = leaderboards;
    this.outstanding = outstanding;
  }

  @Override
  public String name() {
    return "战报";
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public boolean yieldsToFigures() {
    return true;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    Period period =
        call.arguments()
            .find("period", Period.class)
            .orElseGet(() -> Period.containing(PeriodType.DAY, today));
    if (period.start().isAfter(today)) {
      throw call.rejection("future", Map.of("period", label(period)));
    }
    Unit unit = SummaryScope.of(call, organization, today);
    String title =
        call.definition()
            .text("title", Map.of("unit", unit == null ? "" : unit.name(), "period", label(period)))
            .replace("】 ", "】");
    List<String> lines = new ArrayList<>(List.of(title));
    lines.addAll(totals(call, organization, period, unit));
    lines.addAll(leaders(call, organization, period, unit, today));
    missing(call, organization, period, unit, today).ifPresent(lines::add);
    return Reply.text(String.join("\n", lines));
  }

  private List<String> totals(
      CommandCall call, Organization organization, Period period, @Nullable Unit unit) {
    Map<String, BigDecimal> sums =
        unit == null
            ? figures.ofOrganization(organization, period).sums()
            : Optional.ofNullable(
                    figures.ofUnits(organization, List.of(unit), period).get(unit.id()))
                .map(found -> found.sums())
                .orElse(Map.of());
    String values =
        metrics.metrics(organization.id()).stream()
            .filter(metric -> isAsked(call, metric) && sums.containsKey(metric.id()))
            .map(
                metric ->
                    LeaderboardText.name(metric.name())
                        + " "
                        + FigureText.of(
                            Objects.requireNonNull(sums.get(metric.id())), metric.unit()))
            .collect(Collectors.joining("，"));
    return List.of(
        values.isEmpty()
            ? call.definition().text("nothing", Map.of())
            : call.definition().text("totals", Map.of("values", values)));
  }

  /** What was asked for, else what adds up over people and what is worked out from it. */
  private static boolean isAsked(CommandCall call, Metric metric) {
    Optional<Metric> asked = call.arguments().find("metric", Metric.class);
    return asked.isPresent()
        ? asked.get().id().equals(metric.id())
        : metric.rollUp() == Metric.RollUp.SUM || metric.isDerived();
  }

  private List<String> leaders(
      CommandCall call,
      Organization organization,
      Period period,
      @Nullable Unit unit,
      LocalDate today) {
    BoardRequest all =
        BoardRequest.of(period)
            .of(unit == null ? Entrants.MEMBERS : Entrants.MEMBERS.within(unit.id(), unit.name()));
    BoardRequest request = call.arguments().find("metric", Metric.class).map(all::of).orElse(all);
    return leaderboards.find(organization, request, today).boards().stream()
        .filter(board -> !board.leaders().isEmpty())
        .limit(BOARDS)
        .map(board -> call.definition().text("top", Map.of("board", top(board))))
        .toList();
  }

  /** {@code 签单：张敏 2单、李强 1单}; nobody without anything is a leader. */
  private static String top(Leaderboard board) {
    List<Leaderboard.Row> first =
        board.rows().stream()
            .filter(row -> row.place() <= TOP)
            .filter(row -> board.lowerIsBetter() || row.value().signum() > 0)
            .toList();
    String shown =
        first.stream()
            .limit(TOP)
            .map(
                row ->
                    LeaderboardText.name(row.name())
                        + " "
                        + LeaderboardText.figure(board, row.value()))
            .collect(Collectors.joining("、"));
    return LeaderboardText.name(board.metricName())
        + "："
        + shown
        + (first.size() > TOP ? "（并列还有" + (first.size() - TOP) + "人）" : "");
  }

  private Optional<String> missing(
      CommandCall call,
      Organization organization,
      Period period,
      @Nullable Unit unit,
      LocalDate today) {
    if (period.type() != PeriodType.DAY) {
      return Optional.empty();
    }
    LocalDate day = period.start();
    List<Member> missing = outstanding.missing(organization, day);
    long count =
        unit == null
            ? missing.size()
            : organization.membersWithin(unit.id(), day).stream().filter(missing::contains).count();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            call.definition()
                .text(
                    "missing",
                    Map.of(
                        "count",
                        count,
                        "line",
                        day.equals(today) ? "谁没报" : "谁没报 " + DateText.shortDay(day))));
  }

  private static String label(Period period) {
    return period.type() == PeriodType.DAY ? DateText.day(period.start()) : period.label();
  }
}
