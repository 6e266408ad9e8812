package io.github.xunbang.report;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.MonthLedger;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.metric.Standings;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 我的: one's own day, 旬 and month; the place is said in full only in private (design section 5). */
@Component
class MineCommand implements CommandHandler {

  private static final int MOST_TARGETS = 12;

  private final OrganizationService organizations;
  private final MetricCatalog metrics;
  private final Ledger ledger;
  private final Standings standings;
  private final ProgressText progress;
  private final Figures figures;

  MineCommand(
      OrganizationService organizations,
      MetricCatalog metrics,
      Ledger ledger,
      Standings standings,
      ProgressText progress,
      Figures figures) {
    this.progress = progress;
    this.figures = figures;
    this.organizations = organizations;
    this.metrics = metrics;
    this.ledger = ledger;
    this.standings = standings;
  }

  @Override
  public String name() {
    return "我的";
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
    Member subject = OwnRecords.subject(call, organization);
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    Optional<MonthLedger> month =
        ledger.month(organization.id(), subject.id(), YearMonth.from(today));
    Optional<DaySheet> sheet = month.flatMap(m -> m.day(today));
    String todays = sheet.map(day -> values(organization, day)).orElse("");
    boolean reported = sheet.filter(day -> !day.reportedValues().isEmpty()).isPresent();
    PeriodFigures xun = figures(organization, subject, PeriodType.XUN, today);
    PeriodFigures whole = figures(organization, subject, PeriodType.MONTH, today);
    FigureLine text = new FigureLine(metrics.metrics(organization.id()));
    return call.reply(
        "mine",
        Map.of(
            "name", subject.name(),
            "day", DateText.day(today),
            "today", todays.isEmpty() ? "还没报" : todays,
            "xun", orNothing(xun(call, organization, subject, xun, today)),
            "month", orNothing(text.values(whole.sums())),
            "more", more(call, organization, subject, month, today),
            "hint", call.definition().text(reported ? "hint_reported" : "hint_missing", Map.of())));
  }

  /** Rolled up as each metric says; the month is the settlement month. */
  private PeriodFigures figures(
      Organization organization, Member subject, PeriodType type, LocalDate today) {
    Period period = organization.periods().containing(type, today);
    return figures
        .ofMembers(organization, List.of(subject), period)
        .getOrDefault(subject.id(), new PeriodFigures(subject.id(), 0, Map.of()));
  }

  /**
   * Lines below the month: every target in private, the first in a group; the own units' values.
   */
  private String more(
      CommandCall call,
      Organization organization,
      Member subject,
      Optional<MonthLedger> month,
      LocalDate today) {
    boolean group = call.message().conversation().isGroup();
    MonthLedger ledgerMonth =
        month.orElseGet(() -> Months.of(ledger, organization.id(), subject.id(), today));
    Function<Metric, BigDecimal> values = progress.month(organization, ledgerMonth, today);
    Stream<String> targets =
        metrics.metrics(organization.id()).stream()
            .filter(Metric::active)
            .flatMap(
                metric ->
                    progress.progress(organization, ledgerMonth, metric, today, values).stream()
                        .map(found -> ProgressText.line(metric, found, group)))
            .limit(group ? 1 : MOST_TARGETS);
    return Stream.concat(targets, units(call, organization, subject, today).stream())
        .map(line -> "\n" + line)
        .collect(Collectors.joining());
  }

  /** The month of the units that the member is responsible for, members' figures included. */
  private Optional<String> units(
      CommandCall call, Organization organization, Member subject, LocalDate today) {
    List<Unit> units = organization.responsibleUnits(subject.id(), today);
    if (units.isEmpty()) {
      return Optional.empty();
    }
    Period month = organization.periods().containing(PeriodType.MONTH, today);
    Map<String, PeriodFigures> values = figures.ofUnits(organization, units, month);
    FigureLine text = new FigureLine(metrics.metrics(organization.id()));
    String shown =
        units.stream()
            .map(unit -> unit.name() + " " + valuesOf(text, values.get(unit.id())))
            .collect(Collectors.joining("；"));
    return Optional.of(call.definition().text("units", Map.of("values", shown)));
  }

  private static String valuesOf(FigureLine text, @Nullable PeriodFigures figures) {
    return figures == null ? "还没有数" : orNothing(text.values(figures.sums()));
  }

  private String values(Organization organization, DaySheet sheet) {
    return new FigureLine(metrics.metrics(organization.id())).values(sheet.values());
  }

  private String xun(
      CommandCall call,
      Organization organization,
      Member subject,
      PeriodFigures xun,
      LocalDate today) {
    return metrics.metrics(organization.id()).stream()
        .filter(metric -> xun.sums().containsKey(metric.id()))
        .map(
            metric ->
                metric.name()
                    + FigureText.number(metric, xun.sums().get(metric.id()))
                    + place(
                        call, organization, subject, metric, today, xun.sums().get(metric.id())))
        .collect(Collectors.joining(" "));
  }

  private String place(
      CommandCall call,
      Organization organization,
      Member subject,
      Metric metric,
      LocalDate today,
      BigDecimal sum) {
    return standings
        .inXun(organization.id(), subject.id(), metric, today, sum)
        .map(
            standing ->
                StandingText.inBrackets(standing, metric, call.message().conversation().isGroup()))
        .orElse("");
  }

  private static String orNothing(String text) {
    return text.isEmpty() ? "还没有数" : text;
  }
}
