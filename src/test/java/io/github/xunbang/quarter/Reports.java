package io.github.xunbang.quarter;

import io.github.xunbang.quarter.Expectation.Post;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 周报, 月报, 季报 and 年报, and the lines that packs share with them. */
final class Reports {

  private final Script script;
  private final Tally tally;
  private final Boards boards;

  Reports(Script script, Tally tally, Boards boards) {
    this.script = script;
    this.tally = tally;
    this.boards = boards;
  }

  void of(LocalDate day, List<Post> posts) {
    Span week = Span.of(Span.Kind.WEEK, day);
    if (Script.works(day) && Tally.workdays(week.first(), day) == 1) {
      for (String group : Expectation.GROUPS) {
        add(posts, day.atTime(8, 35), group, week(Expectation.unitOf(group), week.previous(), day));
      }
    }
    for (Span span : Span.endingOn(day.minusDays(1))) {
      switch (span.kind()) {
        case MONTH -> month(span, day.atTime(8, 41), posts);
        case QUARTER -> toGroups("季报", span, day.atTime(8, 42), posts);
        case YEAR -> toGroups("年报", span, day.atTime(8, 43), posts);
        default -> {}
      }
    }
  }

  private void month(Span span, LocalDateTime at, List<Post> posts) {
    toGroups("月报", span, at, posts);
    add(posts, at, Script.BOSS, longer("月报", null, span, at, true));
    for (Script.Person one : script.people) {
      if (one.leads()) {
        add(posts, at, one.name(), longer("月报", one.unit(), span, at, true));
      }
    }
  }

  private void toGroups(String title, Span span, LocalDateTime at, List<Post> posts) {
    for (String group : Expectation.GROUPS) {
      add(posts, at, group, longer(title, Expectation.unitOf(group), span, at, false));
    }
  }

  private static void add(List<Post> posts, LocalDateTime at, String where, String text) {
    if (!text.isEmpty()) {
      posts.add(new Post(at, where, text));
    }
  }

  private String week(@Nullable String unit, Span week, LocalDate day) {
    LocalDateTime at = day.atTime(8, 35);
    List<String> totals = totals(unit, week, at);
    if (totals.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    lines.add("【周报】" + label(unit) + week.label());
    section(lines, "合计（比前一周）", totals);
    Span month = Span.of(Span.Kind.MONTH, day);
    if (unit == null && tally.goal("团队", month) > 0 && !day.equals(month.first())) {
      section(lines, month.label() + "进度", progress(month, day, at));
    }
    List<String> told = new ArrayList<>();
    told.addAll(growth(unit, week, at));
    told.addAll(analysis(unit, week, at));
    section(lines, "亮点", told);
    return String.join("\n", lines);
  }

  private List<String> progress(Span month, LocalDate day, LocalDateTime at) {
    long actual =
        tally
            .sums(tally.people(null), month.first(), month.last(), at)
            .getOrDefault(Script.LEADS, 0L);
    Mornings.Pace pace =
        new Mornings.Pace(
            actual,
            tally.goal("团队", month),
            Tally.workdays(month.first(), day.minusDays(1)),
            Tally.workdays(day, month.last()));
    int sign = pace.ahead().signum();
    String days = Tally.plain(pace.ahead().abs()) + "天";
    List<String> lines = new ArrayList<>();
    lines.add(
        attained(actual, pace.base()) + (sign == 0 ? "" : sign > 0 ? "，快" + days : "，慢" + days));
    if (sign < 0) {
      lines.add("进度慢了：意向客户每个工作日要" + pace.need() + "个");
    }
    return lines;
  }

  private String longer(
      String title, @Nullable String unit, Span span, LocalDateTime at, boolean full) {
    List<String> totals = totals(unit, span, at);
    if (totals.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    lines.add("【" + title + "】" + label(unit) + span.label());
    section(lines, "合计（比前一期）", totals);
    section(lines, "目标", goals(unit, span, at));
    section(lines, "分档", buckets(unit, span, at));
    List<String> told = new ArrayList<>(praise(unit, span, at));
    told.addAll(analysis(unit, span, at));
    section(lines, "亮点", told);
    if (full) {
      section(lines, "落后线以下", lags(unit, span, at));
    }
    return String.join("\n", lines);
  }

  static String label(@Nullable String unit) {
    return unit == null ? "" : unit + " ";
  }

  static void section(List<String> lines, String head, List<String> body) {
    if (!body.isEmpty()) {
      lines.add("■ " + head);
      lines.addAll(body);
    }
  }

  List<String> totals(@Nullable String unit, Span span, LocalDateTime at) {
    Map<String, Long> before = sums(unit, span.previous(), at);
    List<String> lines = new ArrayList<>();
    sums(unit, span, at)
        .forEach(
            (metric, value) -> {
              Long earlier = before.get(metric);
              lines.add(
                  metric
                      + " "
                      + Tally.figure(metric, value)
                      + (earlier == null ? "" : "（" + change(metric, value - earlier) + "）"));
            });
    return lines;
  }

  private Map<String, Long> sums(@Nullable String unit, Span span, LocalDateTime at) {
    return tally.sums(tally.people(unit), span.first(), span.last(), at);
  }

  private static String change(String metric, long difference) {
    return difference == 0
        ? "持平"
        : (difference > 0 ? "+" : "-") + Tally.figure(metric, Math.abs(difference));
  }

  private static String attained(long actual, long base) {
    return "意向客户 %d/%d个 %s%%".formatted(actual, base, Tally.plain(Tally.percent(actual, base)));
  }

  /** The target of the whole or of the unit itself. */
  List<String> goals(@Nullable String unit, Span span, LocalDateTime at) {
    long goal = tally.goal(Objects.requireNonNullElse(unit, "团队"), span);
    return goal == 0
        ? List.of()
        : List.of(attained(sums(unit, span, at).getOrDefault(Script.LEADS, 0L), goal));
  }

  private List<Boards.Share> units(@Nullable String unit, Span span, LocalDateTime at) {
    long goal = unit == null || unit.equals("三组") ? tally.goal("三组", span) : 0;
    return goal == 0
        ? List.of()
        : List.of(
            new Boards.Share("三组", sums("三组", span, at).getOrDefault(Script.LEADS, 0L), goal));
  }

  List<String> buckets(@Nullable String unit, Span span, LocalDateTime at) {
    List<String> lines = new ArrayList<>();
    buckets(boards.shares(span, at, tally.people(unit)), "人", lines);
    buckets(units(unit, span, at), "家", lines);
    return lines;
  }

  private static void buckets(List<Boards.Share> shares, String counter, List<String> lines) {
    int[] borders = {100, 90, 80, 0};
    String[] names = {"100%以上", "90%-100%", "80%-90%", "80%以下"};
    List<String> parts = new ArrayList<>();
    long better = 0;
    for (int i = 0; i < borders.length; i++) {
      int border = borders[i];
      long above = shares.stream().filter(one -> one.actual() * 100 >= one.base() * border).count();
      if (above > better) {
        parts.add(names[i] + (above - better) + counter);
      }
      better = above;
    }
    if (!parts.isEmpty()) {
      lines.add("意向客户完成：" + String.join("，", parts));
    }
  }

  List<String> praise(@Nullable String unit, Span span, LocalDateTime at) {
    List<Boards.Share> all = new ArrayList<>(boards.shares(span, at, tally.people(unit)));
    all.addAll(units(unit, span, at));
    String reached =
        all.stream()
            .filter(one -> one.actual() >= one.base())
            .map(Boards.Share::name)
            .collect(Collectors.joining("、"));
    List<String> lines = new ArrayList<>();
    if (!reached.isEmpty()) {
      lines.add("完成目标：" + reached);
    }
    lines.addAll(growth(unit, span, at));
    return lines;
  }

  /** Per metric the greatest gain of one who had a figure before, too; three metrics at most. */
  private List<String> growth(@Nullable String unit, Span span, LocalDateTime at) {
    List<String> best = new ArrayList<>();
    boards
        .rank(span, at, tally.people(null))
        .forEach(
            (metric, rows) -> {
              String text = "";
              long most = 0;
              for (Tally.Row row : rows) {
                if (!tally.people(unit).contains(row.name())) {
                  continue;
                }
                Span before = span.previous();
                Long earlier =
                    tally.sums(List.of(row.name()), before.first(), before.last(), at).get(metric);
                if (earlier != null && row.value() - earlier > most) {
                  most = row.value() - earlier;
                  text =
                      "%s %s+%s（%s→%s）"
                          .formatted(
                              row.name(),
                              metric,
                              Tally.figure(metric, most),
                              Tally.figure(metric, earlier),
                              Tally.figure(metric, row.value()));
                }
              }
              if (!text.isEmpty()) {
                best.add(text);
              }
            });
    return best.isEmpty()
        ? List.of()
        : List.of("进步最大：" + best.stream().limit(3).collect(Collectors.joining("、")));
  }

  List<String> analysis(@Nullable String unit, Span span, LocalDateTime at) {
    Map<String, Long> before = sums(unit, span.previous(), at);
    List<String> up = new ArrayList<>();
    List<String> down = new ArrayList<>();
    sums(unit, span, at)
        .forEach(
            (metric, value) -> {
              long earlier = before.getOrDefault(metric, 0L);
              if (earlier != 0 && value != earlier) {
                BigDecimal rate =
                    Tally.percent(value, earlier).subtract(BigDecimal.valueOf(100)).abs();
                (value > earlier ? up : down).add(metric + Tally.plain(rate) + "%");
              }
            });
    List<String> parts = new ArrayList<>();
    if (!up.isEmpty()) {
      parts.add("增长：" + String.join("、", up));
    }
    if (!down.isEmpty()) {
      parts.add("回落：" + String.join("、", down));
    }
    return parts.isEmpty() ? List.of() : List.of("分析：" + String.join("；", parts));
  }

  /** Below 80 percent of the target: the unit, then people, the furthest behind first. */
  List<String> lags(@Nullable String unit, Span span, LocalDateTime at) {
    return lagging(tally, boards, unit, span, at).stream()
        .map(one -> one.name() + " " + attained(one.actual(), one.base()))
        .toList();
  }

  static List<Boards.Share> lagging(
      Tally tally, Boards boards, @Nullable String unit, Span span, LocalDateTime at) {
    List<Boards.Share> lags = new ArrayList<>();
    long goal = unit == null || unit.equals("三组") ? tally.goal("三组", span) : 0;
    if (goal > 0) {
      long actual =
          tally
              .sums(tally.people("三组"), span.first(), span.last(), at)
              .getOrDefault(Script.LEADS, 0L);
      lags.add(new Boards.Share("三组", actual, goal));
    }
    List<Boards.Share> people = new ArrayList<>(boards.shares(span, at, tally.people(unit)));
    people.sort(Comparator.comparing(Boards.Share::percent));
    lags.addAll(people);
    lags.removeIf(one -> one.actual() * 100 >= one.base() * 80);
    return lags;
  }

  List<String> byUnit(Span span, LocalDateTime at) {
    return Boards.UNITS.stream()
        .filter(unit -> !sums(unit, span, at).isEmpty())
        .map(unit -> unit + "：" + Evenings.figures(sums(unit, span, at)))
        .toList();
  }
}
