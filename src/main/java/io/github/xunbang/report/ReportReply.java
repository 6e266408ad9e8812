package io.github.xunbang.report;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.LedgerEntry.Step;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.PostingResult.Posted;
import io.github.xunbang.metric.Standings;
import io.github.xunbang.metric.Standings.Standing;
import io.github.xunbang.metric.TargetProgress;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Writes the answer to a stored report: at most six short lines (design section 5). */
@Component
class ReportReply {

  private static final int MAX_LINES = 6;
  private static final int SAME_DAY_FIGURES = 3;

  private static final int SHOWN_TARGETS = 2;

  private final Standings standings;
  private final ProgressText progress;

  ReportReply(Standings standings, ProgressText progress) {
    this.standings = standings;
    this.progress = progress;
  }

  /**
   * What one answer is about.
   *
   * @param texts the command's file
   * @param organization whose ledger
   * @param metrics all metrics in display order
   * @param group whether others read it
   * @param remarks lines about check values, already written
   * @param replaced ids of the metrics whose value was replaced, not added to
   * @param unitNames names of the units among the subjects, by id
   */
  record Context(
      CommandDefinition texts,
      Organization organization,
      List<Metric> metrics,
      boolean group,
      List<String> remarks,
      Set<String> replaced,
      Map<String, String> unitNames) {}

  /** The whole answer for what was stored: own figures by day first, then all units in a line. */
  String stored(Context context, List<Posted> posted) {
    FigureLine figures = new FigureLine(context.metrics());
    UnitReply units = new UnitReply(context.unitNames(), figures);
    List<Posted> own = posted.stream().filter(each -> !units.isUnit(each)).toList();
    List<Posted> ofUnits = posted.stream().filter(units::isUnit).toList();
    List<String> lines = new ArrayList<>();
    own.stream().limit(3).forEach(each -> lines.add(storedLine(context, figures, each)));
    own.forEach(each -> changes(context, figures, each).ifPresent(lines::add));
    if (!ofUnits.isEmpty()) {
      lines.addAll(unitLines(context, units, own, ofUnits));
    }
    lines.addAll(context.remarks());
    if (own.size() == 1) {
      single(context, figures, own.get(0), lines);
    }
    String correct = correctLine(context, units, own, ofUnits);
    return String.join("\n", lines.subList(0, Math.min(lines.size(), MAX_LINES - 1)))
        + "\n"
        + correct;
  }

  private static List<String> unitLines(
      Context context, UnitReply units, List<Posted> own, List<Posted> ofUnits) {
    LocalDate day = (own.isEmpty() ? ofUnits : own).get(0).entry().day();
    boolean correction = ofUnits.get(0).entry().reason() == LedgerEntry.Reason.CORRECTION;
    String values = units.values(ofUnits, day);
    String changes = units.changes(ofUnits);
    Map<String, Object> all =
        Map.of("day", DateText.day(day), "values", values, "changes", changes);
    if (own.isEmpty() && correction && !changes.isEmpty()) {
      return List.of(context.texts().text("corrected", all));
    }
    List<String> lines = new ArrayList<>();
    lines.add(own.isEmpty() ? context.texts().text("stored", all) : values);
    if (!changes.isEmpty()) {
      lines.add(context.texts().text("changed", all));
    }
    return lines;
  }

  private void single(Context context, FigureLine figures, Posted posted, List<String> lines) {
    mood(context, posted).ifPresent(lines::add);
    standing(context, posted).ifPresent(lines::add);
    lines.addAll(month(context, figures, posted));
  }

  private static String storedLine(Context context, FigureLine figures, Posted posted) {
    String values = figures.values(sheet(posted).values());
    String day = DateText.day(posted.entry().day());
    if (posted.entry().reason() == LedgerEntry.Reason.CORRECTION) {
      return corrected(context, figures, posted, day, values);
    }
    return values.isEmpty()
        ? context.texts().text("stored_note", Map.of("day", day))
        : context.texts().text("stored", Map.of("day", day, "values", values));
  }

  private static String corrected(
      Context context, FigureLine figures, Posted posted, String day, String values) {
    String changes = figures.changes(posted.entry().steps());
    return changes.isEmpty()
        ? context.texts().text("stored", Map.of("day", day, "values", values))
        : context
            .texts()
            .text("corrected", Map.of("day", day, "changes", changes, "values", values));
  }

  /**
   * {@code 意向客户5→7}, with the sum offered when a larger number replaced a smaller one (it may have
   * been meant as more).
   */
  private static Optional<String> changes(Context context, FigureLine figures, Posted posted) {
    String changes = figures.changes(posted.entry().steps());
    if (changes.isEmpty() || posted.entry().reason() == LedgerEntry.Reason.CORRECTION) {
      return Optional.empty();
    }
    String line = context.texts().text("changed", Map.of("changes", changes));
    return Optional.of(line + addHint(context, figures, posted) + creditHint(figures, posted));
  }

  /** A counter-entry of a deal that stands on a reported day comes beside what was typed. */
  private static String creditHint(FigureLine figures, Posted posted) {
    Map<String, BigDecimal> credits = new HashMap<>();
    for (LedgerEntry.Step step : posted.entry().steps()) {
      BigDecimal credit = sheet(posted).credits(step.metricId());
      if (credit.signum() != 0) {
        credits.put(step.metricId(), credit);
      }
    }
    return credits.isEmpty() ? "" : "，含台账的" + figures.values(credits);
  }

  private static String addHint(Context context, FigureLine figures, Posted posted) {
    return posted.entry().steps().stream()
        .filter(step -> step.before() != null && step.after() != null)
        .filter(step -> figures.metric(step.metricId()).rollUp() == Metric.RollUp.SUM)
        .filter(step -> step.before().signum() > 0 && context.replaced().contains(step.metricId()))
        .filter(step -> step.before().compareTo(step.after()) != 0 && step.after().signum() > 0)
        .findFirst()
        .map(step -> hint(context, figures.metric(step.metricId()), step))
        .orElse("");
  }

  private static String hint(Context context, Metric metric, Step step) {
    String line = "改 " + metric.name() + FigureText.number(metric, step.before().add(step.after()));
    return "，" + context.texts().text("add_hint", Map.of("line", line));
  }

  private static Optional<String> mood(Context context, Posted posted) {
    CommandDefinition texts = context.texts();
    if (sameAsDayBefore(posted)) {
      return Optional.of(texts.text("same_as_yesterday", Map.of()));
    }
    Map<String, BigDecimal> values = sheet(posted).values();
    if (!values.isEmpty() && values.values().stream().allMatch(value -> value.signum() == 0)) {
      return Optional.of(texts.text("zero", Map.of()));
    }
    return posted.entry().steps().stream()
            .anyMatch(step -> step.metricId().equals("qiandan") && rose(step))
        ? Optional.of(texts.text("won", Map.of()))
        : Optional.empty();
  }

  private static boolean rose(Step step) {
    BigDecimal before = step.before() == null ? BigDecimal.ZERO : step.before();
    return step.after() != null && step.after().compareTo(before) > 0;
  }

  /**
   * Design section 5: same as the day before with three or more non-zero figures is stored and
   * remarked on.
   */
  private static boolean sameAsDayBefore(Posted posted) {
    DaySheet today = sheet(posted);
    LocalDate before = today.day().minusDays(1);
    Map<String, BigDecimal> yesterday =
        posted
            .after()
            .day(before)
            .or(
                () ->
                    Optional.ofNullable(posted.after().previousDay())
                        .filter(sheet -> sheet.day().equals(before)))
            .map(DaySheet::reportedValues)
            .orElse(Map.of());
    Map<String, BigDecimal> reported = today.reportedValues();
    long nonZero = reported.values().stream().filter(value -> value.signum() != 0).count();
    return nonZero >= SAME_DAY_FIGURES && sameValues(reported, yesterday);
  }

  private static boolean sameValues(Map<String, BigDecimal> one, Map<String, BigDecimal> other) {
    return one.keySet().equals(other.keySet())
        && one.entrySet().stream()
            .allMatch(entry -> entry.getValue().compareTo(other.get(entry.getKey())) == 0);
  }

  /**
   * The place of the first reported metric that may be told; a low place in a group reads what the
   * next one needs.
   */
  private Optional<String> standing(Context context, Posted posted) {
    List<String> phrases = new ArrayList<>();
    for (Metric metric : reported(context, posted)) {
      Optional<Standing> found = standing(context, posted, metric);
      if (found.isPresent() && found.get().of() > 1) {
        String line =
            context
                .texts()
                .text(
                    "standing",
                    Map.of(
                        "metric", metric.name(),
                        "standing", StandingText.phrase(found.get(), metric, context.group())));
        if (found.get().fitForGroup()) {
          return Optional.of(line);
        }
        phrases.add(line);
      }
    }
    return phrases.stream().findFirst();
  }

  private Optional<Standing> standing(Context context, Posted posted, Metric metric) {
    LocalDate day = posted.entry().day();
    BigDecimal sum = posted.after().sum(PeriodType.XUN, day, metric.id());
    return standings.inXun(
        context.organization().id(), posted.after().subjectId(), metric, day, sum);
  }

  /** What is still needed where there is a target (S-43), the mere sums where there is none. */
  private List<String> month(Context context, FigureLine figures, Posted posted) {
    List<String> lines = new ArrayList<>();
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    LocalDate day = posted.entry().day();
    Function<Metric, BigDecimal> month =
        progress.month(context.organization(), posted.after(), day);
    for (Metric metric : reported(context, posted)) {
      Optional<TargetProgress.Progress> known =
          lines.size() < SHOWN_TARGETS
              ? progress.progress(context.organization(), posted.after(), metric, day, month)
              : Optional.empty();
      known.ifPresentOrElse(
          found -> lines.add(ProgressText.line(metric, found, context.group())),
          () -> sums.put(metric.id(), month.apply(metric)));
    }
    if (!sums.isEmpty()) {
      lines.add(context.texts().text("month", Map.of("values", figures.values(sums))));
    }
    return lines;
  }

  private static List<Metric> reported(Context context, Posted posted) {
    return context.metrics().stream()
        .filter(metric -> metric.rollUp() == Metric.RollUp.SUM)
        .filter(
            metric ->
                posted.entry().steps().stream()
                    .anyMatch(step -> step.metricId().equals(metric.id()) && step.after() != null))
        .toList();
  }

  private static String correctLine(
      Context context, UnitReply units, List<Posted> own, List<Posted> ofUnits) {
    Optional<String> line =
        own.isEmpty() ? Optional.empty() : ownCorrection(context, own.get(own.size() - 1));
    String shown =
        line.or(() -> ofUnits.stream().findFirst().flatMap(units::correction))
            .orElseGet(() -> sample(context, own));
    return context.texts().text("correct", Map.of("line", shown));
  }

  /** A line that works: 签单 takes no correction while deals write it. */
  private static String sample(Context context, List<Posted> own) {
    boolean fed =
        context.metrics().stream()
            .filter(metric -> metric.id().equals("qiandan"))
            .anyMatch(metric -> own.stream().anyMatch(one -> metric.isFedOn(one.entry().day())));
    return fed ? "意向 12" : "签单 1";
  }

  private static Optional<String> ownCorrection(Context context, Posted posted) {
    return reported(context, posted).stream()
        .findFirst()
        .map(metric -> metric.name() + " " + FigureText.number(metric, after(posted, metric)));
  }

  private static BigDecimal after(Posted posted, Metric metric) {
    return sheet(posted).values().getOrDefault(metric.id(), BigDecimal.ONE);
  }

  private static DaySheet sheet(Posted posted) {
    return posted.after().day(posted.entry().day()).orElseThrow();
  }
}
