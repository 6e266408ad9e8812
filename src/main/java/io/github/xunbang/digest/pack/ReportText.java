package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * 周报, 月报, 季报, 年报 as text: one result in a version for the group and a fuller one for those in
 * charge, which alone names who is behind (S-73).
 */
@Component
class ReportText {

  private static final int LAGS = 10;

  private final Findings findings;
  private final WeekNotes notes;
  private final Laggards laggards;

  ReportText(Findings findings, WeekNotes notes, Laggards laggards) {
    this.findings = findings;
    this.notes = notes;
    this.laggards = laggards;
  }

  /** {@code 周报}, {@code 月报} … */
  static String word(PeriodType type) {
    return switch (type) {
      case WEEK -> "周报";
      case QUARTER -> "季报";
      case YEAR -> "年报";
      default -> "月报";
    };
  }

  /** What a group reads; empty when the period has no figures and nothing is open. */
  Optional<String> forGroup(Scope scope, Period period, LocalDate today) {
    return text(scope, period, today, List.of());
  }

  /** The same with those under the line; for the eyes of leaders and managers only. */
  Optional<String> full(Scope scope, Period period, LocalDate today) {
    return text(
        scope, period, today, period.type() == PeriodType.WEEK ? List.of() : lags(scope, period));
  }

  /** {@code 五店 签单 3/10单 30%} per metric under the line, the furthest first. */
  List<String> lags(Scope scope, Period period) {
    List<Lag> all = laggards.of(scope, period);
    List<String> lines = new ArrayList<>();
    all.stream()
        .limit(LAGS)
        .map(lag -> Lag.name(scope.organization(), lag.subjectId()) + " " + lag.figure())
        .forEach(lines::add);
    if (all.size() > LAGS) {
      lines.add("…共" + all.size() + "项");
    }
    return lines;
  }

  private Optional<String> text(Scope scope, Period period, LocalDate today, List<String> lags) {
    boolean week = period.type() == PeriodType.WEEK;
    List<String> totals = findings.totals(scope, period);
    List<String> open = week ? notes.lines(scope, period, today) : List.of();
    if (totals.isEmpty() && open.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>();
    String label = scope.label();
    String running = period.contains(today) ? "（截至今天）" : "";
    lines.add(
        "【%s】%s%s%s"
            .formatted(
                word(period.type()), label.isEmpty() ? "" : label + " ", period.label(), running));
    section(lines, "合计" + (week ? "（比前一周）" : "（比前一期）"), totals);
    if (week) {
      Period month = scope.organization().periods().containing(PeriodType.MONTH, today);
      section(lines, month.label() + "进度", findings.progress(scope, month, today));
    } else {
      section(lines, "目标", findings.attainment(scope, period));
      section(lines, "分档", findings.buckets(scope, period));
    }
    if (!totals.isEmpty()) {
      List<String> told = new ArrayList<>();
      if (week) {
        findings.growth(scope, period).ifPresent(told::add);
      } else {
        told.addAll(findings.praise(scope, period));
      }
      findings.analysis(scope, period).ifPresent(told::add);
      section(lines, "亮点", told);
    }
    section(lines, "落后线以下", lags);
    section(lines, "还没完的事", open);
    return Optional.of(String.join("\n", lines));
  }

  private static void section(List<String> lines, String head, List<String> body) {
    if (!body.isEmpty()) {
      lines.add("■ " + head);
      lines.addAll(body);
    }
  }
}
