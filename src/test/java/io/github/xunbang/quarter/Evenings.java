package io.github.xunbang.quarter;

import io.github.xunbang.quarter.Expectation.Post;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 截止提醒, 催报, 战报 and 缺报名单. */
final class Evenings {

  private static final String FIGURES = "意向客户5 新客户信息1";
  private static final int WINDOW = 60;
  private static final Set<Integer> ROUND = Set.of(5, 10, 20, 30, 40);

  private final Script script;
  private final Tally tally;

  Evenings(Script script, Tally tally) {
    this.script = script;
    this.tally = tally;
  }

  void of(LocalDate day, List<Post> posts) {
    deadline(day, posts);
    if (Script.works(day)) {
      remind(day, day.atTime(20, 35), posts);
      remind(day, day.atTime(21, 35), posts);
      for (String group : Expectation.GROUPS) {
        posts.add(new Post(day.atTime(22, 5), group, summary(group, day)));
      }
      names(day, posts);
    }
  }

  private void remind(LocalDate day, LocalDateTime at, List<Post> posts) {
    for (String group : Expectation.GROUPS) {
      List<String> missing = tally.missing(Expectation.unitOf(group), day, at);
      if (!missing.isEmpty()) {
        posts.add(
            new Post(
                at,
                group,
                "【催报】%s\n还有%d人没报：%s\n请发：日报 %s\n没@到我：引用那条再@我，或私聊"
                    .formatted(
                        Tally.day(day), missing.size(), String.join("、", missing), FIGURES)));
      }
    }
  }

  private void names(LocalDate day, List<Post> posts) {
    LocalDateTime at = day.atTime(22, 5);
    List<String> rest = new ArrayList<>(tally.missing(null, day, at));
    int told = 0;
    for (Script.Person leader : script.people) {
      List<String> own = new ArrayList<>(tally.missing(leader.unit(), day, at));
      own.remove(leader.name());
      if (leader.leads() && !own.isEmpty()) {
        posts.add(new Post(at, leader.name(), list(day, own, 0)));
        rest.removeAll(own);
        told += own.size();
      }
    }
    if (!rest.isEmpty()) {
      posts.add(new Post(at, Script.BOSS, list(day, rest, told)));
    }
  }

  private static String list(LocalDate day, List<String> names, int told) {
    return "【缺报名单】%s\n还有%d人没报：%s%s\n再催一次请发：催报"
        .formatted(
            Tally.day(day),
            names.size(),
            String.join("、", names),
            told == 0 ? "" : "\n另有" + told + "人已私信各自组长");
  }

  private void deadline(LocalDate day, List<Post> posts) {
    List<Span> ending = Span.endingOn(day);
    if (ending.isEmpty()) {
      return;
    }
    LocalDateTime at = day.atTime(20, 5);
    for (String group : Expectation.GROUPS) {
      List<String> open = new ArrayList<>();
      LocalDate latest = null;
      for (int back = 1; back <= 3; back++) {
        LocalDate one = day.minusDays(back);
        List<String> missing = tally.missing(Expectation.unitOf(group), one, at);
        if (ending.stream().anyMatch(span -> span.contains(one))
            && !Script.frozenAt(one, day)
            && !missing.isEmpty()) {
          open.add("\n" + Tally.day(one) + " " + String.join("、", missing));
          latest = latest == null ? one : latest;
        }
      }
      String what =
          ending.stream().map(span -> span.kind().closing).collect(Collectors.joining("、"));
      String head = "【截止提醒】%s\n%s明早8:30截止，".formatted(Tally.day(day), what);
      posts.add(
          new Post(
              at,
              group,
              latest == null
                  ? head + "今天的数今晚报上就好"
                  : head
                      + "还能补的："
                      + String.join("", open)
                      + "\n请发：补报 %s %s".formatted(Tally.shortDay(latest), FIGURES)));
    }
  }

  private String summary(String group, LocalDate day) {
    String unit = Expectation.unitOf(group);
    LocalDateTime at = day.atTime(22, 5);
    Map<String, Long> sums = tally.sums(tally.people(unit), day, day, at);
    List<String> lines = new ArrayList<>();
    lines.add("【战报】" + (unit == null ? "" : unit + " ") + Tally.day(day));
    lines.add("合计：" + figures(sums));
    sums.keySet().stream()
        .flatMap(metric -> top(metric, unit, day, at).stream())
        .limit(3)
        .forEach(lines::add);
    streaks(unit, day, at, lines);
    records(unit, day, at, lines);
    int missing = tally.missing(unit, day, at).size();
    if (missing > 0) {
      lines.add("还有" + missing + "人没报，现在补还算今天的");
    }
    return String.join("\n", lines);
  }

  static String figures(Map<String, Long> sums) {
    return sums.entrySet().stream()
        .map(sum -> sum.getKey() + " " + Tally.figure(sum.getKey(), sum.getValue()))
        .collect(Collectors.joining("，"));
  }

  private java.util.Optional<String> top(
      String metric, @Nullable String unit, LocalDate day, LocalDateTime at) {
    Map<String, Long> values = new HashMap<>();
    for (String name : tally.people(unit)) {
      Long value = tally.day(name, day, at).get(metric);
      if (value != null && value > 0) {
        values.put(name, value);
      }
    }
    List<Tally.Row> first = tally.ranked(values).stream().filter(row -> row.place() <= 3).toList();
    String shown =
        first.stream()
            .limit(3)
            .map(row -> row.name() + " " + Tally.figure(metric, row.value()))
            .collect(Collectors.joining("、"));
    return first.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(
            "前三 "
                + metric
                + "："
                + shown
                + (first.size() > 3 ? "（并列还有" + (first.size() - 3) + "人）" : ""));
  }

  private void streaks(@Nullable String unit, LocalDate day, LocalDateTime at, List<String> lines) {
    record Streak(String name, String metric, int length) {}
    List<Streak> best = new ArrayList<>();
    TreeMap<Integer, List<String>> rounds = new TreeMap<>(java.util.Comparator.reverseOrder());
    for (String name : tally.people(unit)) {
      if (!script.person(name).isThere(day)) {
        continue;
      }
      Streak longest = null;
      for (String metric : Tally.METRICS) {
        int length =
            length(name, day, one -> tally.day(name, one, at).getOrDefault(metric, 0L) > 0);
        boolean news = length >= 3 && (length <= 10 || length % 10 == 0);
        if (news && (longest == null || length > longest.length())) {
          longest = new Streak(name, metric, length);
        }
      }
      if (longest != null) {
        best.add(longest);
      }
      int reports = length(name, day, one -> tally.reported(name, one, at));
      if (ROUND.contains(reports)) {
        rounds.computeIfAbsent(reports, none -> new ArrayList<>()).add(name);
      }
    }
    best.sort((one, other) -> other.length() - one.length());
    if (!best.isEmpty()) {
      lines.add(
          "连续："
              + best.stream()
                  .limit(3)
                  .map(one -> one.name() + " " + one.metric() + "连续" + one.length() + "天")
                  .collect(Collectors.joining("、")));
    }
    rounds.forEach((length, names) -> lines.add("连续上报" + length + "天：" + atMostTen(names)));
  }

  static String atMostTen(List<String> names) {
    String shown = names.stream().limit(10).collect(Collectors.joining("、"));
    return names.size() > 10 ? shown + "等" + names.size() + "人" : shown;
  }

  /** The person's own workdays in a row up to {@code day}. */
  private int length(String name, LocalDate day, Predicate<LocalDate> fits) {
    int length = 0;
    for (LocalDate one = day; one.isAfter(day.minusDays(WINDOW)); one = one.minusDays(1)) {
      if (fits.test(one)) {
        length++;
      } else if (one.equals(day) || Script.works(one) && !script.isAway(name, one)) {
        return length;
      }
    }
    return length;
  }

  private void records(@Nullable String unit, LocalDate day, LocalDateTime at, List<String> lines) {
    List<String> team = new ArrayList<>();
    List<String> own = new ArrayList<>();
    for (String metric : Tally.METRICS) {
      Map<LocalDate, Long> totals = new HashMap<>();
      for (String name : tally.people(unit)) {
        Map<LocalDate, Long> values = new HashMap<>();
        for (LocalDate one = day.minusDays(WINDOW - 1); !one.isAfter(day); one = one.plusDays(1)) {
          Long value = tally.day(name, one, at).get(metric);
          if (value != null) {
            values.put(one, value);
            totals.merge(one, value, Long::sum);
          }
        }
        if (isRecord(values, day)) {
          own.add(name + " " + metric + " " + Tally.figure(metric, values.get(day)));
        }
      }
      if (isRecord(totals, day)) {
        team.add(metric + " " + Tally.figure(metric, totals.get(day)));
      }
    }
    if (!team.isEmpty()) {
      lines.add("团队单日新高（近60天）：" + String.join("、", team));
    }
    if (!own.isEmpty()) {
      lines.add("个人单日新高：" + own.stream().limit(3).collect(Collectors.joining("、")));
    }
  }

  private static boolean isRecord(Map<LocalDate, Long> values, LocalDate day) {
    return values.getOrDefault(day, 0L) > 0
        && values.size() > 10
        && values.entrySet().stream()
            .allMatch(one -> one.getKey().equals(day) || one.getValue() < values.get(day));
  }
}
