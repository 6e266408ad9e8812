package io.github.xunbang.quarter;

import io.github.xunbang.quarter.Expectation.Post;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 个人月单, what is not paid, 喜报, leave entered by the manager, 批准, the year without table. */
final class Private {

  private final Script script;
  private final Tally tally;
  private final Boards boards;

  Private(Script script, Tally tally, Boards boards) {
    this.script = script;
    this.tally = tally;
    this.boards = boards;
  }

  void of(LocalDate day, List<Post> posts) {
    if (day.getDayOfMonth() == 1) {
      statements(Span.of(Span.Kind.MONTH, day.minusDays(1)), day, posts);
    }
    Span week = Span.of(Span.Kind.WEEK, day);
    if (Script.works(day) && Tally.workdays(week.first(), day) == 1) {
      chase(day, posts);
    }
    script.sales.stream().filter(one -> one.signed().equals(day)).forEach(one -> cheer(one, posts));
    script.absences.stream()
        .filter(one -> one.first().minusDays(1).equals(day))
        .forEach(one -> leave(one, posts));
    if (day.equals(Script.SUNDAY_ON)) {
      posts.add(
          new Post(
              day.atTime(10, 5),
              Script.BOSS,
              "【日历】2027年的放假安排还没有收录，先按周一到周五上班来排。\n放假请发：设置 放假 10-1到10-7\n补班请发：设置 加班日 10-10"));
    }
    if (day.equals(Script.APPROVED.toLocalDate())) {
      for (String group : List.of(Expectation.ALL)) {
        posts.add(new Post(Script.APPROVED, group, "【更正1】10月上旬 严若冰 意向客户…；原榜不变"));
      }
      posts.add(
          new Post(
              Script.APPROVED.minusMinutes(20),
              "何婉清",
              "【待批 #1】严若冰…意向客户9 新客户信息4…\n同意回：批准 1，不同意回：驳回 1 理由"));
    }
  }

  private void statements(Span month, LocalDate day, List<Post> posts) {
    LocalDateTime at = day.atTime(9, 15);
    Map<String, List<Tally.Row>> ranked = boards.rank(month, at, tally.people(null));
    for (Script.Person one : script.people) {
      Map<String, Long> own = tally.sums(List.of(one.name()), month.first(), month.last(), at);
      if (one.isThere(day) && !own.isEmpty()) {
        List<String> lines = new ArrayList<>();
        lines.add("【个人月单】%s %s".formatted(month.label(), one.name()));
        own.forEach(
            (metric, value) -> {
              List<Tally.Row> rows = ranked.get(metric);
              int place =
                  rows.stream()
                      .filter(row -> row.name().equals(one.name()))
                      .findFirst()
                      .orElseThrow()
                      .place();
              lines.add(
                  figure(one.name(), metric, value, month)
                      + "，第%d名（共%d人）".formatted(place, rows.size()));
            });
        int days = 0;
        for (LocalDate each = month.first(); !each.isAfter(month.last()); each = each.plusDays(1)) {
          days += tally.reported(one.name(), each, at) ? 1 : 0;
        }
        if (days > 0) {
          lines.add("上报" + days + "天");
        }
        deals(one.name(), month, at, lines);
        lines.add("对数请发：记录；有疑问请发：为什么 指标 上月。这份只发给你本人。");
        posts.add(new Post(at, one.name(), String.join("\n", lines)));
      }
    }
  }

  private String figure(String name, String metric, long value, Span month) {
    long goal = metric.equals(Script.LEADS) ? tally.goal(name, month) : 0;
    return goal == 0
        ? metric + " " + Tally.figure(metric, value)
        : "意向客户 %d/%d个 %s%%".formatted(value, goal, Tally.plain(Tally.percent(value, goal)));
  }

  private void deals(String name, Span month, LocalDateTime at, List<String> lines) {
    List<Script.Sale> own =
        script.sales.stream()
            .filter(one -> one.owner().equals(name) && month.contains(one.signed()))
            .toList();
    if (!own.isEmpty()) {
      long paid = 0;
      int open = 0;
      for (Script.Sale one : own) {
        paid += isPaid(one, at) ? one.yuan() : 0;
        open += isPaid(one, at) ? 0 : 1;
      }
      lines.add(
          "参与签单%d笔，已回款%s%s"
              .formatted(
                  own.size(),
                  Tally.figure(Script.MONEY, paid),
                  open == 0 ? "" : "，还有" + open + "笔没回齐"));
    }
  }

  private static boolean isPaid(Script.Sale sale, LocalDateTime at) {
    return sale.paid() != null && !sale.paid().atTime(16, 9).isAfter(at);
  }

  /** Mondays, or the first workday of the week, 09:20. */
  private void chase(LocalDate day, List<Post> posts) {
    LocalDateTime at = day.atTime(9, 20);
    for (Script.Sale sale : script.sales) {
      if (sale.signed().isBefore(day) && !isPaid(sale, at)) {
        String money = Tally.figure(Script.MONEY, sale.yuan());
        String deal =
            "#%d %s 差%s %d天"
                .formatted(
                    sale.number(),
                    sale.customer(),
                    money,
                    ChronoUnit.DAYS.between(sale.signed(), day));
        boolean left = script.person(sale.owner()).until().isBefore(day);
        posts.add(
            left
                ? new Post(
                    at,
                    Script.BOSS,
                    "%s已离开，还没收齐的：1单共还差%s，请安排人跟进\n%s\n转给同事发：转 #%d 姓名"
                        .formatted(sale.owner(), money, deal, sale.number()))
                : new Post(
                    at,
                    sale.owner(),
                    "还没收齐的：1单共还差%s，记得跟进\n%s\n收到后发：回款 #%d 尾款"
                        .formatted(money, deal, sale.number())));
      }
    }
  }

  /** The group in which it was signed reads the answer, the other one the 喜报. */
  private void cheer(Script.Sale sale, List<Post> posts) {
    if (!script.person(sale.owner()).unit().equals("一组")) {
      return;
    }
    long sum = 0;
    int count = 0;
    for (Script.Sale one : script.sales) {
      boolean counts =
          one.number() <= sale.number()
              && one.signed().getMonthValue() == sale.signed().getMonthValue();
      count += counts ? 1 : 0;
      sum += counts ? one.yuan() : 0;
    }
    posts.add(
        new Post(
            sale.signed().atTime(14, 22),
            Expectation.UNIT,
            "🎉 喜报：%s签下%s %s！\n今天第1单，本月第%d单，共%s\n恭喜%s，大家一起加油！"
                .formatted(
                    sale.owner(),
                    sale.customer(),
                    Tally.figure(Script.MONEY, sale.yuan()),
                    count,
                    Tally.figure(Script.MONEY, sum),
                    sale.owner())));
  }

  private void leave(Script.Absence one, List<Post> posts) {
    boolean several = !one.first().equals(one.last());
    double days = one.part().isEmpty() ? Tally.workdays(one.first(), one.last()) : 0.5;
    posts.add(
        new Post(
            one.first().minusDays(1).atTime(19, 11),
            one.name(),
            "【请假】老板给你登记了：%s %s %s%s，共%s个工作日。不对请告诉老板，或发：销假"
                .formatted(
                    one.name(),
                    one.kind(),
                    Tally.day(one.first()) + one.part(),
                    several ? "-" + Tally.day(one.last()) : "",
                    days == 0.5 ? "0.5" : String.valueOf((int) days))));
  }
}
