package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What lies on the table of a meeting (S-121 to S-125): agenda, results by unit, attainment,
 * praise; for those in charge also who is behind, why, and what became of the last plans.
 */
@Component
class MeetingText {

  private final Findings findings;
  private final ReportText reports;
  private final RecoveryBook recoveries;
  private final Difficulties difficulties;

  MeetingText(
      Findings findings, ReportText reports, RecoveryBook recoveries, Difficulties difficulties) {
    this.difficulties = difficulties;
    this.findings = findings;
    this.reports = reports;
    this.recoveries = recoveries;
  }

  /**
   * The pack.
   *
   * @param full whether it names who is behind, for managers in private
   * @return empty when nothing was reported in the period
   */
  Optional<String> of(Scope scope, Meeting meeting, boolean full) {
    Period period = meeting.period();
    LocalDate day = meeting.day();
    List<String> totals = findings.totals(scope, period);
    if (totals.isEmpty()) {
      return Optional.empty();
    }
    String label = scope.label();
    List<String> lines = new ArrayList<>();
    lines.add(
        "【%s】%s%s"
            .formatted(meeting.title(), label.isEmpty() ? "" : label + " ", DateText.day(day)));
    lines.add("议程：" + meeting.agenda());
    lines.addAll(meeting.own());
    section(lines, period.label() + "合计（比前一期）", totals);
    section(lines, "各单位", findings.byUnit(scope, period));
    List<String> attained = new ArrayList<>(findings.attainment(scope, period));
    attained.addAll(findings.buckets(scope, period));
    section(lines, "目标", attained);
    section(lines, "表扬", findings.praise(scope, period));
    findings.analysis(scope, period).ifPresent(lines::add);
    if (full) {
      section(lines, "问题：落后线以下", reports.lags(scope, period));
      section(lines, "大家说的难处", difficulties.lines(scope, meeting));
      section(lines, "上次补救的结果", recoveries.followUp(scope, day));
    } else {
      int open = recoveries.count(scope.organization(), day);
      if (open > 0 && scope.isAll()) {
        lines.add("补救计划" + open + "份，会上一起看进展，大家加油！");
      }
    }
    return Optional.of(String.join("\n", lines));
  }

  /** Whether there is anything to meet about. */
  boolean isWorthWhile(Organization organization, Meeting meeting) {
    return !findings.totals(Scope.all(organization), meeting.period()).isEmpty();
  }

  private static void section(List<String> lines, String head, List<String> body) {
    if (!body.isEmpty()) {
      lines.add("■ " + head);
      lines.addAll(body);
    }
  }
}
