package io.github.xunbang.report;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.LedgerEntry.Step;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.PostingResult.Posted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what was stored for units: {@code 五店 业绩2.3万；八店 业绩1.8万}. */
final class UnitReply {

  private static final int SHOWN = 8;

  private final Map<String, String> names;
  private final FigureLine figures;

  /** {@code names} by unit id. */
  UnitReply(Map<String, String> names, FigureLine figures) {
    this.names = names;
    this.figures = figures;
  }

  boolean isUnit(Posted posted) {
    return names.containsKey(posted.after().subjectId());
  }

  /** All units in one line; a day other than {@code day} is said. */
  String values(List<Posted> posted, LocalDate day) {
    String all =
        posted.stream().limit(SHOWN).map(each -> value(each, day)).collect(Collectors.joining("；"));
    return posted.size() > SHOWN ? all + "…共" + posted.size() + "家" : all;
  }

  private String value(Posted posted, LocalDate day) {
    LocalDate own = posted.entry().day();
    return name(posted)
        + (own.equals(day) ? " " : " " + DateText.shortDay(own) + " ")
        + figures.values(posted.after().day(own).orElseThrow().values());
  }

  /** {@code 五店 业绩2.3万→2.4万}; empty when no earlier value was changed. */
  String changes(List<Posted> posted) {
    return posted.stream()
        .filter(each -> !figures.changes(each.entry().steps()).isEmpty())
        .map(each -> name(each) + " " + figures.changes(each.entry().steps()))
        .collect(Collectors.joining("；"));
  }

  /** {@code 五店 业绩 2.3万}, the line that would correct it. */
  Optional<String> correction(Posted posted) {
    return posted.entry().steps().stream()
        .filter(step -> step.after() != null)
        .findFirst()
        .map(step -> correction(posted, step));
  }

  private String correction(Posted posted, Step step) {
    Metric metric = figures.metric(step.metricId());
    BigDecimal after = step.after();
    return name(posted) + " " + metric.name() + " " + FigureText.number(metric, after);
  }

  private String name(Posted posted) {
    return names.getOrDefault(posted.after().subjectId(), "");
  }
}
