package io.github.xunbang.quarter;

import io.github.xunbang.quarter.Expectation.Post;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 例会资料 on the 1st and 16th, 总管会资料 on the 5th or the workday after it. */
final class Packs {

  private final Tally tally;
  private final Reports reports;
  private final Recoveries recoveries;
  private final Trainers trainers;

  Packs(Tally tally, Reports reports, Recoveries recoveries, Trainers trainers) {
    this.tally = tally;
    this.reports = reports;
    this.recoveries = recoveries;
    this.trainers = trainers;
  }

  void of(LocalDate day, List<Post> posts) {
    LocalDateTime at = day.atTime(8, 45);
    int date = day.getDayOfMonth();
    if (date == 1 || date == 16) {
      Span span = Span.of(date == 1 ? Span.Kind.MONTH : Span.Kind.HALF, day.minusDays(1));
      String agenda = date == 1 ? "1 上月结果 2 表扬 3 问题和补救 4 本月目标和计划" : "1 上半月进度 2 表扬 3 差距和补救 4 下半月怎么干";
      trainers.prepare(day, posts);
      for (String group : Expectation.GROUPS) {
        String unit = Expectation.unitOf(group);
        List<String> trainer = trainers.line(day, unit, false);
        posts.add(new Post(at, group, text("例会资料", agenda, trainer, unit, span, at, null)));
      }
      List<String> trainer = trainers.line(day, null, true);
      LocalDate since = date == 1 ? day.minusMonths(1).withDayOfMonth(16) : day.withDayOfMonth(1);
      posts.add(new Post(at, Script.BOSS, text("例会资料", agenda, trainer, null, span, at, since)));
    }
    LocalDate fifth = day.withDayOfMonth(5);
    if (Script.works(day) && !day.isBefore(fifth) && Tally.workdays(fifth, day) == 1) {
      Span span = Span.of(Span.Kind.MONTH, day.withDayOfMonth(1).minusDays(1));
      String agenda = "1 上月各单位指标 2 表扬 3 鼓励 4 问题和补救 5 上次事项跟进";
      if (!tally.sums(tally.people(null), span.first(), span.last(), at).isEmpty()) {
        String text = text("总管会资料", agenda, List.of(), null, span, at, span.first());
        posts.add(new Post(at, Script.BOSS, text));
      }
    }
  }

  /** {@code since}: the full one, with what was said of difficulties since; null: a group's. */
  private String text(
      String title,
      String agenda,
      List<String> own,
      @Nullable String unit,
      Span span,
      LocalDateTime at,
      @Nullable LocalDate since) {
    LocalDate day = at.toLocalDate();
    List<String> lines = new ArrayList<>();
    lines.add("【%s】%s%s".formatted(title, Reports.label(unit), Tally.day(day)));
    lines.add("议程：" + agenda);
    lines.addAll(own);
    Reports.section(lines, span.label() + "合计（比前一期）", reports.totals(unit, span, at));
    Reports.section(lines, "各单位", unit == null ? reports.byUnit(span, at) : List.of());
    List<String> goals = new ArrayList<>(reports.goals(unit, span, at));
    goals.addAll(reports.buckets(unit, span, at));
    Reports.section(lines, "目标", goals);
    Reports.section(lines, "表扬", reports.praise(unit, span, at));
    lines.addAll(reports.analysis(unit, span, at));
    if (since != null) {
      Reports.section(lines, "问题：落后线以下", reports.lags(unit, span, at));
      LocalDate said = Script.DIFFICULTY.at().toLocalDate();
      if (!said.isBefore(since) && said.isBefore(day)) {
        lines.add("■ 大家说的难处");
        lines.add(Script.DIFFICULTY.who() + "：" + Script.DIFFICULTY.text());
      }
      Reports.section(lines, "上次补救的结果", recoveries.followUp(day, at));
    } else if (unit == null && recoveries.plans(day, at) > 0) {
      lines.add("补救计划" + recoveries.plans(day, at) + "份，会上一起看进展，大家加油！");
    }
    return String.join("\n", lines);
  }
}
