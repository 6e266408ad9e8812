package io.github.xunbang.metric.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.Feed;
import io.github.xunbang.metric.FigureChange;
import io.github.xunbang.metric.FigureChange.Operation;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.LedgerEntry.Reason;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.PostingCheck;
import io.github.xunbang.metric.PostingResult;
import io.github.xunbang.metric.SubjectChange;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 导入: figures of periods before the bot, from a pasted table, so that last year can be compared
 * with (S-72). They are stored on the period's last day, all or nothing.
 */
@Component
class ImportCommands implements CommandHandler {

  private final OrganizationService organizations;
  private final MetricCatalog catalog;
  private final Ledger ledger;
  private final ImportConflicts conflicts;

  ImportCommands(
      OrganizationService organizations,
      MetricCatalog catalog,
      Ledger ledger,
      ImportConflicts conflicts) {
    this.organizations = organizations;
    this.catalog = catalog;
    this.ledger = ledger;
    this.conflicts = conflicts;
  }

  @Override
  public String name() {
    return "导入";
  }

  @Override
  public Effect effect() {
    return Effect.LEDGER;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    String[] parts = call.input().strip().split("\\R", 2);
    Period period = period(call, organization, parts[0]);
    if (parts.length < 2 || parts[1].isBlank()) {
      throw call.rejection("usage", Map.of());
    }
    ImportTable table = ImportTable.read(parts[1], word -> catalog.find(organization.id(), word));
    Map<String, Map<Metric, BigDecimal>> figures = subjects(call, organization, table);
    refuse(call, table);
    refuseFed(call, figures, period);
    checkConflicts(organization, table, figures, period);
    refuse(call, table);
    if (figures.values().stream().allMatch(Map::isEmpty)) {
      throw call.rejection("nothing", Map.of());
    }
    PostingResult result =
        ledger.post(posting(call, organization, figures, period), PostingCheck.NONE);
    return reply(call, table, figures, period, result);
  }

  private static Period period(CommandCall call, Organization organization, String typed) {
    Instant now = call.message().receivedAt();
    if (typed.isBlank()) {
      throw call.rejection("usage", Map.of());
    }
    Period period =
        ImportPeriod.parse(typed, organization, now)
            .orElseThrow(
                () -> call.rejection("period", Map.of("typed", UntrustedText.oneLine(typed, 20))));
    LocalDate today = organization.businessDay().of(now);
    if (!period.end().isBefore(today)) {
      throw call.rejection("notOver", Map.of("period", ImportPeriod.label(period)));
    }
    return period;
  }

  /** The figures by subject id, in the table's order; unknown names become problems. */
  private static Map<String, Map<Metric, BigDecimal>> subjects(
      CommandCall call, Organization organization, ImportTable table) {
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    ImportSubjects subjects = new ImportSubjects(organization, today);
    Map<String, Map<Metric, BigDecimal>> figures = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(table.rows().keySet());
    for (String name : names) {
      List<String> found = table.ofUnits() ? subjects.units(name) : subjects.members(name);
      if (found.size() == 1 && figures.containsKey(found.get(0))) {
        table.problem(name, "“" + UntrustedText.oneLine(name, 12) + "”前面已经有一行，请留一行");
      } else if (found.size() == 1) {
        figures.put(found.get(0), table.rows().get(name));
      } else {
        table.problem(name, ImportSubjects.problem(name, found.size(), table.ofUnits()));
      }
    }
    return figures;
  }

  /** What deals or customers write on one of the days cannot be imported over them. */
  private static void refuseFed(
      CommandCall call, Map<String, Map<Metric, BigDecimal>> figures, Period period) {
    figures.values().stream()
        .flatMap(row -> row.keySet().stream())
        .filter(metric -> period.days().anyMatch(metric::isFedOn))
        .findFirst()
        .ifPresent(
            metric -> {
              Feed feed = Objects.requireNonNull(metric.feed());
              throw call.rejection(
                  "fed", Map.of("metric", metric.name(), "source", FeedText.of(feed)));
            });
  }

  private void checkConflicts(
      Organization organization,
      ImportTable table,
      Map<String, Map<Metric, BigDecimal>> figures,
      Period period) {
    Map<String, List<DaySheet>> stored =
        conflicts.stored(organization.id(), figures.keySet(), period);
    List<String> names = new ArrayList<>(table.rows().keySet());
    int row = 0;
    for (Map.Entry<String, Map<Metric, BigDecimal>> one : figures.entrySet()) {
      String name = names.get(row++);
      Set<String> ids =
          one.getValue().keySet().stream().map(Metric::id).collect(Collectors.toSet());
      ImportConflicts.find(stored.getOrDefault(one.getKey(), List.of()), ids, period)
          .ifPresent(conflict -> table.problem(name, UntrustedText.oneLine(name, 12) + conflict));
    }
  }

  private static void refuse(CommandCall call, ImportTable table) {
    if (!table.problems().isEmpty()) {
      throw call.rejection("bad", Map.of("problems", table.problems()));
    }
  }

  private static Posting posting(
      CommandCall call,
      Organization organization,
      Map<String, Map<Metric, BigDecimal>> figures,
      Period period) {
    List<SubjectChange> changes = new ArrayList<>();
    figures.forEach(
        (subject, values) -> {
          if (!values.isEmpty()) {
            List<FigureChange> set = new ArrayList<>();
            values.forEach(
                (metric, value) -> set.add(new FigureChange(metric.id(), Operation.SET, value)));
            changes.add(new SubjectChange(subject, period.end(), set, Map.of()));
          }
        });
    return new Posting(
        organization.id(),
        call.message().key(),
        call.caller().member(),
        call.message().receivedAt(),
        ImportConflicts.text(period),
        Reason.IMPORT,
        changes);
  }

  private static Reply reply(
      CommandCall call,
      ImportTable table,
      Map<String, Map<Metric, BigDecimal>> figures,
      Period period,
      PostingResult result) {
    List<LedgerEntry.Step> steps =
        result.posted().stream().flatMap(posted -> posted.entry().steps().stream()).toList();
    long added = steps.stream().filter(step -> step.before() == null).count();
    long changed =
        steps.stream()
            .filter(step -> step.before() != null && step.after() != null)
            .filter(step -> step.before().compareTo(step.after()) != 0)
            .count();
    String subjects = result.posted().size() + (table.ofUnits() ? "个单位" : "人");
    return call.reply(
        "imported",
        Map.of(
            "period", ImportPeriod.label(period),
            "subjects", subjects,
            "totals", totals(figures),
            "added", added,
            "changed", changed));
  }

  /** {@code 业绩120万 意向客户35}: sums where adding makes sense, else only the name. */
  private static String totals(Map<String, Map<Metric, BigDecimal>> figures) {
    Map<Metric, BigDecimal> totals = new LinkedHashMap<>();
    figures
        .values()
        .forEach(
            values ->
                values.forEach((metric, value) -> totals.merge(metric, value, BigDecimal::add)));
    return totals.entrySet().stream()
        .map(
            total ->
                total.getKey().effectiveRollUp() == Metric.RollUp.SUM
                    ? total.getKey().name() + FigureText.number(total.getKey(), total.getValue())
                    : total.getKey().name())
        .collect(Collectors.joining(" "));
  }
}
