package io.github.xunbang.quarter;

import io.github.xunbang.quarter.Expectation.Post;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 晨会 in the groups, 还需每天 to leaders, 案例分享 the evening before. */
final class Mornings {

  private final Script script;
  private final Tally tally;
  private final Boards boards;

  /** Who shares when, and for which 旬. */
  private record Turn(LocalDate day, String name, LocalDate xun, String reason) {}

  private final List<Turn> turns = new ArrayList<>();

  Mornings(Script script, Tally tally, Boards boards) {
    this.script = script;
    this.tally = tally;
    this.boards = boards;
  }

  void of(LocalDate day, List<Post> posts) {
    if (!Script.works(day)) {
      return;
    }
    for (String group : Expectation.GROUPS) {
      posts.add(new Post(day.atTime(8, 20), group, text(Expectation.unitOf(group), day)));
    }
    for (Script.Person leader : script.people) {
      List<String> needs = new ArrayList<>();
      for (Script.Person one : script.people) {
        Pace pace = pace(one.name(), List.of(one.name()), day);
        if (leader.leads()
            && one != leader
            && one.unit().equals(leader.unit())
            && !script.isAway(one.name(), day)
            && pace != null
            && pace.isBehind()) {
          needs.add(one.name() + " 意向客户" + pace.need() + "个");
        }
      }
      if (!needs.isEmpty()) {
        posts.add(
            new Post(
                day.atTime(8, 20),
                leader.name(),
                "【晨会】%s 本月组员还需每天：\n%s\n早会后聊聊，看哪里要帮一把"
                    .formatted(Tally.day(day), String.join("\n", needs))));
      }
    }
  }

  private String text(@Nullable String unit, LocalDate day) {
    List<String> lines = new ArrayList<>(List.of("【晨会】" + Tally.day(day)));
    List<String> progress = progress(unit, day);
    if (!progress.isEmpty()) {
      lines.add("③ 昨天与进度");
      lines.addAll(progress);
    }
    List<String> cases = cases(unit, day);
    if (!cases.isEmpty()) {
      lines.add("④ 案例");
      lines.addAll(cases);
    }
    lines.addAll(List.of("⑤ 口号", "· 一起加油"));
    String off =
        script.people.stream()
            .filter(one -> one.isThere(day) && (unit == null || one.unit().equals(unit)))
            .flatMap(
                one ->
                    script.absences.stream()
                        .filter(leave -> leave.name().equals(one.name()) && leave.covers(day))
                        .map(
                            leave ->
                                one.name()
                                    + (leave.part().isEmpty() ? "" : "(" + leave.part() + ")")))
            .collect(Collectors.joining("、"));
    if (!off.isEmpty()) {
      lines.add("请假：" + off);
    }
    return String.join("\n", lines);
  }

  /** What was written beforehand is for every group, who speaks for those of the unit. */
  private List<String> cases(@Nullable String unit, LocalDate day) {
    List<String> lines = new ArrayList<>();
    Script.Word written = Script.EXPERIENCE;
    if (day.equals(workdayAfter(written.at().toLocalDate()))) {
      lines.add("· %s的经验：%s".formatted(written.who(), written.text()));
    }
    turns.stream()
        .filter(turn -> turn.day().equals(day) && tally.people(unit).contains(turn.name()))
        .map(turn -> "· 今天请 %s 分享：%s，说说怎么做到的".formatted(turn.name(), turn.reason()))
        .forEach(lines::add);
    return lines;
  }

  private List<String> progress(@Nullable String unit, LocalDate day) {
    LocalDateTime at = day.atTime(8, 20);
    LocalDate last = workdayBefore(day);
    LocalDate before = workdayBefore(last);
    Map<String, Long> now = tally.sums(tally.people(unit), last, last, at);
    Map<String, Long> earlier = tally.sums(tally.people(unit), before, before, at);
    List<String> lines = new ArrayList<>();
    if (!now.isEmpty()) {
      String label = last.equals(day.minusDays(1)) ? "昨天" : Tally.day(last);
      lines.add(
          "· "
              + label
              + "："
              + now.keySet().stream()
                  .map(metric -> changed(metric, now.get(metric), earlier.get(metric)))
                  .collect(Collectors.joining("，"))
              + (earlier.isEmpty() ? "" : "（比" + Tally.shortDay(before) + "）"));
    }
    Pace team = unit == null ? pace("团队", tally.people(null), day) : null;
    if (team != null) {
      lines.add("· 本月意向客户 " + team.line());
    }
    Pace third = unit == null ? pace("三组", tally.people("三组"), day) : null;
    if (third != null && third.isBehind()) {
      lines.add("· 还需每天：三组 意向客户" + third.need() + "个");
    }
    return lines;
  }

  private static String changed(String metric, long now, @Nullable Long earlier) {
    String told = metric + " " + Tally.figure(metric, now);
    if (earlier == null) {
      return told;
    }
    String size = Tally.figure(metric, Math.abs(now - earlier)).replaceAll("[个单元]$", "");
    return told + (now == earlier ? " 持平" : now > earlier ? "↑" + size : "↓" + size);
  }

  private static LocalDate workdayBefore(LocalDate day) {
    LocalDate one = day.minusDays(1);
    while (!Script.works(one)) {
      one = one.minusDays(1);
    }
    return one;
  }

  private static LocalDate workdayAfter(LocalDate day) {
    LocalDate one = day.plusDays(1);
    while (!Script.works(one)) {
      one = one.plusDays(1);
    }
    return one;
  }

  /** Where a month stands in the morning of a day. */
  record Pace(long actual, long base, double elapsed, double left) {

    boolean isBehind() {
      return actual < base && ahead().signum() < 0;
    }

    BigDecimal ahead() {
      return BigDecimal.valueOf(actual * (elapsed + left))
          .divide(BigDecimal.valueOf(base), 6, RoundingMode.HALF_UP)
          .subtract(BigDecimal.valueOf(elapsed))
          .setScale(1, RoundingMode.HALF_UP);
    }

    long need() {
      return (long) Math.ceil((base - actual) / Math.max(left, 1));
    }

    /** {@code 32/60个（53.3%），比进度快2天，还需每天2个}. */
    String line() {
      String head = "%d/%d个（%s%%）".formatted(actual, base, percent());
      if (actual >= base) {
        return head + "，目标已完成";
      }
      int sign = ahead().signum();
      String days = Tally.plain(ahead().abs()) + "天";
      return head
          + (sign == 0 ? "" : sign > 0 ? "，比进度快" + days : "，比进度慢" + days)
          + "，还需每天"
          + need()
          + "个";
    }

    String percent() {
      return Tally.plain(Tally.percent(actual, base));
    }
  }

  /** Counted up to the evening before; on the 1st the month's targets are not yet typed. */
  private @Nullable Pace pace(String subject, List<String> names, LocalDate day) {
    Span month = Span.of(Span.Kind.MONTH, day);
    long base = tally.goal(subject, month);
    if (base == 0 || day.equals(month.first())) {
      return null;
    }
    long actual =
        tally
            .sums(names, month.first(), day.minusDays(1), day.atTime(8, 20))
            .getOrDefault(Script.LEADS, 0L);
    boolean person = names.size() == 1;
    LocalDate gone = day.minusDays(1);
    return new Pace(
        actual,
        base,
        person ? tally.workdays(subject, month.first(), gone) : Tally.workdays(month.first(), gone),
        person ? tally.workdays(subject, day, month.last()) : Tally.workdays(day, month.last()));
  }

  /** 20:05: the best of the last frozen 旬, who shared longest ago first, once per 旬. */
  void ask(LocalDate today, List<Post> posts) {
    if (!Script.works(today)) {
      return;
    }
    LocalDate day = workdayAfter(today);
    Span xun = Span.of(Span.Kind.XUN, day).previous();
    if (!xun.last().isBefore(today)) {
      xun = xun.previous();
    }
    LocalDate start = xun.first();
    Map<String, String> best = best(xun);
    Map<String, LocalDate> lastTurn = new HashMap<>();
    turns.forEach(turn -> lastTurn.put(turn.name(), turn.day()));
    best.keySet().stream()
        .filter(
            name ->
                turns.stream()
                    .noneMatch(turn -> turn.name().equals(name) && turn.xun().equals(start)))
        .filter(name -> tally.isThere(name, day, today.atTime(20, 5)))
        .min(Comparator.comparing(name -> lastTurn.getOrDefault(name, LocalDate.MIN)))
        .ifPresent(
            name -> {
              turns.add(new Turn(day, name, start, best.get(name)));
              posts.add(
                  new Post(
                      today.atTime(20, 5),
                      name,
                      "【案例分享】你是%s，大家想听听你的经验！\n请在%s的晨会上讲一个案例：怎么做的，遇到什么难处，怎么过的。\n也可以先写一句放进晨会：经验 先约好时间再上门\n来不了请跟组长说一声"
                          .formatted(best.get(name), Tally.day(day))));
            });
  }

  private Map<String, String> best(Span xun) {
    Map<String, String> best = new LinkedHashMap<>();
    for (int place = 1; place <= 3; place++) {
      for (Map.Entry<String, List<Tally.Row>> board : boards.frozen(xun).entrySet()) {
        for (Tally.Row row : board.getValue()) {
          if (row.place() == place && row.value() > 0) {
            best.putIfAbsent(
                row.name(), xun.label().replace("2026年", "") + board.getKey() + "第" + place + "名");
          }
        }
      }
    }
    return best;
  }
}
