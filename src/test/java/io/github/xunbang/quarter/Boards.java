package io.github.xunbang.quarter;

import io.github.xunbang.quarter.Expectation.Post;
import java.math.BigDecimal;
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

/** 旬榜 to 年榜: rows with values, movement, who is apart, winners; the units' boards after them. */
final class Boards {

  static final List<String> UNITS = List.of("一组", "二组", "三组");
  private static final int SHARED_LINES = 45;

  private final Script script;
  private final Tally tally;
  private final Map<Span, Map<String, List<Tally.Row>>> people = new HashMap<>();
  private final Map<Span, Map<String, List<Tally.Row>>> units = new HashMap<>();
  private final Map<Span, List<Share>> shares = new HashMap<>();
  private final Map<Span, List<Share>> unitShares = new HashMap<>();
  private final Map<Span.Kind, Integer> numbers = new HashMap<>();

  /** An attainment. */
  record Share(String name, long actual, long base) {

    BigDecimal percent() {
      return Tally.percent(actual, base);
    }
  }

  Boards(Script script, Tally tally) {
    this.script = script;
    this.tally = tally;
  }

  /** The people's boards of a 旬 as frozen; none before the first. */
  Map<String, List<Tally.Row>> frozen(Span span) {
    return people.getOrDefault(span, Map.of());
  }

  void of(LocalDate day, List<Post> posts) {
    for (Span span : Span.endingOn(day.minusDays(1))) {
      LocalDateTime at = day.atTime(8, 30);
      Map<String, List<Tally.Row>> boards = rank(span, at, tally.people(null));
      if (boards.isEmpty()) {
        continue;
      }
      people.put(span, boards);
      units.put(span, rankUnits(span, at));
      shares.put(span, shares(span, at, tally.people(null)));
      unitShares.put(span, unitShares(span, at));
      int number = numbers.merge(span.kind(), 1, Integer::sum);
      for (String group : Expectation.GROUPS) {
        texts(span, number, Expectation.unitOf(group))
            .forEach(text -> posts.add(new Post(day.atTime(8, 35), group, text)));
      }
    }
  }

  /** The boards of these people as they stand at an instant, by metric. */
  Map<String, List<Tally.Row>> rank(Span span, LocalDateTime asOf, List<String> names) {
    Map<String, List<Tally.Row>> boards = new LinkedHashMap<>();
    for (String metric : tally.sums(names, span.first(), span.last(), asOf).keySet()) {
      Map<String, Long> values = new HashMap<>();
      for (String name : names) {
        Long value = tally.sums(List.of(name), span.first(), span.last(), asOf).get(metric);
        boolean owes =
            isFed(metric) && isThere(name, span.last()) && !script.isAway(name, span.last());
        if (value != null || owes) {
          values.put(name, value == null ? 0 : value);
        }
      }
      boards.put(metric, tally.ranked(values));
    }
    return boards;
  }

  /** Deals write it, so nobody reports a zero. */
  private static boolean isFed(String metric) {
    return metric.equals(Script.DEALS) || metric.equals(Script.MONEY);
  }

  private boolean isThere(String name, LocalDate day) {
    return script.person(name).isThere(day);
  }

  private Map<String, List<Tally.Row>> rankUnits(Span span, LocalDateTime asOf) {
    Map<String, List<Tally.Row>> boards = new LinkedHashMap<>();
    for (String metric : tally.sums(tally.people(null), span.first(), span.last(), asOf).keySet()) {
      Map<String, Long> values = new HashMap<>();
      for (String unit : UNITS) {
        values.put(
            unit,
            tally
                .sums(tally.people(unit), span.first(), span.last(), asOf)
                .getOrDefault(metric, 0L));
      }
      boards.put(metric, tally.ranked(values));
    }
    return boards;
  }

  List<Share> shares(Span span, LocalDateTime asOf, List<String> names) {
    List<Share> all = new ArrayList<>();
    for (String name : names) {
      long goal = tally.goal(name, span);
      Long value = tally.sums(List.of(name), span.first(), span.last(), asOf).get(Script.LEADS);
      if (goal > 0 && value != null) {
        all.add(new Share(name, value, goal));
      }
    }
    all.sort(Comparator.comparing(Share::percent).reversed());
    return all;
  }

  private List<Share> unitShares(Span span, LocalDateTime asOf) {
    long goal = tally.goal("三组", span);
    Long value = tally.sums(tally.people("三组"), span.first(), span.last(), asOf).get(Script.LEADS);
    return goal > 0 && value != null ? List.of(new Share("三组", value, goal)) : List.of();
  }

  private List<String> texts(Span span, int number, @Nullable String unit) {
    String heading =
        "【%s】%s 第%d期%s"
            .formatted(
                span.kind().board, span.label(), number, unit == null ? "" : "（" + unit + "）");
    List<String> body = new ArrayList<>(List.of(heading));
    List<String> winners = new ArrayList<>();
    within(people.get(span), unit)
        .forEach(
            (metric, rows) -> {
              body.add(section(span, metric, rows, unit));
              String first =
                  rows.stream()
                      .filter(row -> row.place() == 1 && row.value() > 0)
                      .map(Tally.Row::name)
                      .collect(Collectors.joining("、"));
              if (!first.isEmpty()) {
                winners.add(metric + " " + first);
              }
            });
    List<Share> reached =
        shares.get(span).stream()
            .filter(one -> unit == null || script.person(one.name()).unit().equals(unit))
            .toList();
    if (!reached.isEmpty()) {
      body.add(attainment(span, reached, unit));
    }
    Span next = span.next();
    String closing =
        "恭喜%s第一：%s！\n%s（%s-%s）已经开始，一起加油！"
            .formatted(
                span.kind().running,
                String.join("，", winners),
                next.label(),
                Tally.shortDay(next.first()),
                Tally.shortDay(next.last()));
    List<String> sections = unit == null ? unitSections(span) : List.of();
    if (lines(body) + lines(sections) <= SHARED_LINES) {
      body.addAll(sections);
      body.add(closing);
      return List.of(String.join("\n\n", body));
    }
    body.add(closing);
    return sections.isEmpty()
        ? List.of(String.join("\n\n", body))
        : List.of(String.join("\n\n", body), heading + " 小组\n\n" + String.join("\n\n", sections));
  }

  private static int lines(List<String> parts) {
    return parts.stream().mapToInt(part -> part.split("\n").length + 1).sum();
  }

  /** The rows of one unit's people, placed among themselves. */
  private Map<String, List<Tally.Row>> within(
      Map<String, List<Tally.Row>> boards, @Nullable String unit) {
    Map<String, List<Tally.Row>> own = new LinkedHashMap<>();
    boards.forEach(
        (metric, rows) -> {
          Map<String, Long> values = new HashMap<>();
          rows.stream()
              .filter(row -> unit == null || script.person(row.name()).unit().equals(unit))
              .forEach(row -> values.put(row.name(), row.value()));
          own.put(metric, tally.ranked(values));
        });
    return own;
  }

  private String section(Span span, String metric, List<Tally.Row> rows, @Nullable String unit) {
    List<String> lines = new ArrayList<>(List.of("■ " + metric));
    Map<String, Integer> before =
        unit == null ? places(people.get(span.previous()), metric) : Map.of();
    List<Tally.Row> some = rows.stream().filter(row -> row.value() > 0).toList();
    int zeros = rows.size() - some.size();
    if (some.isEmpty()) {
      lines.add("还没有人破零，第一名在等你！");
    } else if (zeros > 3 && some.size() <= 10) {
      some.forEach(row -> lines.add(line(metric, row, before)));
      lines.add("另有" + zeros + "人还没破零，一起加油！");
      rises(rows, before, lines);
    } else {
      rows.stream().limit(10).forEach(row -> lines.add(line(metric, row, before)));
      if (rows.size() > 10) {
        int tenth = rows.get(9).place();
        long hidden = rows.stream().skip(10).filter(row -> row.place() == tenth).count();
        lines.add(
            "…共%d人上榜".formatted(rows.size())
                + (hidden == 0 ? "" : "，并列第%d的还有%d人".formatted(tenth, hidden)));
        rises(rows, before, lines);
      }
    }
    apart(span, rows, unit, lines);
    return String.join("\n", lines);
  }

  /** Who is there at the end and has no row: on leave, or without this figure. */
  private void apart(Span span, List<Tally.Row> rows, @Nullable String unit, List<String> lines) {
    List<String> without = new ArrayList<>();
    for (String name : tally.people(unit)) {
      if (isThere(name, span.last()) && rows.stream().noneMatch(row -> row.name().equals(name))) {
        without.add(name);
      }
    }
    without.sort(
        Comparator.comparing((String name) -> script.person(name).since())
            .thenComparing(name -> name));
    List<String> away = without.stream().filter(name -> script.isAway(name, span.last())).toList();
    if (!away.isEmpty()) {
      lines.add("请假" + away.size() + "人：" + Evenings.atMostTen(away));
    }
    if (without.size() > away.size()) {
      lines.add("另有" + (without.size() - away.size()) + "人未报此项");
    }
  }

  private static Map<String, Integer> places(
      @Nullable Map<String, List<Tally.Row>> boards, String metric) {
    Map<String, Integer> places = new HashMap<>();
    if (boards != null) {
      boards.getOrDefault(metric, List.of()).forEach(row -> places.put(row.name(), row.place()));
    }
    return places;
  }

  private static String line(String metric, Tally.Row row, Map<String, Integer> before) {
    return row.place()
        + ". "
        + row.name()
        + " "
        + Tally.figure(metric, row.value())
        + movement(row.name(), row.place(), before);
  }

  private static String movement(String name, int place, Map<String, Integer> before) {
    if (before.isEmpty()) {
      return "";
    }
    if (!before.containsKey(name)) {
      return " 新";
    }
    int rise = before.get(name) - place;
    return rise == 0 ? " —" : rise > 0 ? " ↑" + rise : " ↓" + -rise;
  }

  private static void rises(List<Tally.Row> rows, Map<String, Integer> before, List<String> lines) {
    String best =
        rows.stream()
            .filter(row -> before.getOrDefault(row.name(), 0) > row.place())
            .sorted(Comparator.comparing((Tally.Row row) -> row.place() - before.get(row.name())))
            .limit(3)
            .map(row -> row.name() + " ↑" + (before.get(row.name()) - row.place()))
            .collect(Collectors.joining("、"));
    if (!best.isEmpty()) {
      lines.add("进步最大：" + best);
    }
  }

  private String attainment(Span span, List<Share> reached, @Nullable String unit) {
    List<String> lines = new ArrayList<>(List.of("■ 意向客户 完成率"));
    Map<String, Integer> before =
        unit == null ? sharePlaces(shares.getOrDefault(span.previous(), List.of())) : Map.of();
    Map<String, Integer> now = sharePlaces(reached);
    reached.forEach(
        one ->
            lines.add(
                "%d. %s %s%%%s"
                    .formatted(
                        now.get(one.name()),
                        one.name(),
                        Tally.plain(one.percent()),
                        movement(one.name(), now.get(one.name()), before))));
    List<String> others = new ArrayList<>();
    for (Tally.Row row : within(people.get(span), unit).get(Script.LEADS)) {
      others.add(row.name());
    }
    for (String name : tally.people(unit)) {
      if (isThere(name, span.last()) && !others.contains(name)) {
        others.add(name);
      }
    }
    others.removeAll(now.keySet());
    others.sort(
        Comparator.comparing((String name) -> script.person(name).since())
            .thenComparing(name -> name));
    lines.add(
        "未设目标" + others.size() + "人" + (others.size() > 10 ? "" : "：" + String.join("、", others)));
    return String.join("\n", lines);
  }

  private static Map<String, Integer> sharePlaces(List<Share> shares) {
    Map<String, Integer> places = new HashMap<>();
    for (Share one : shares) {
      places.put(
          one.name(),
          1
              + (int)
                  shares.stream()
                      .filter(other -> other.percent().compareTo(one.percent()) > 0)
                      .count());
    }
    return places;
  }

  private List<String> unitSections(Span span) {
    List<String> sections = new ArrayList<>();
    units
        .get(span)
        .forEach(
            (metric, rows) -> {
              List<String> lines = new ArrayList<>(List.of("■ " + metric + " 小组"));
              Map<String, Integer> before = places(units.get(span.previous()), metric);
              rows.forEach(row -> lines.add(line(metric, row, before)));
              sections.add(String.join("\n", lines));
              if (metric.equals(Script.LEADS)) {
                unitShares.get(span).forEach(one -> sections.add(unitAttainment(span, one)));
              }
            });
    return sections;
  }

  private String unitAttainment(Span span, Share one) {
    boolean compared = !unitShares.getOrDefault(span.previous(), List.of()).isEmpty();
    return "■ 意向客户 完成率 小组\n1. 三组 %s%%%s\n未设目标2家：一组、二组"
        .formatted(Tally.plain(one.percent()), compared ? " —" : "");
  }
}
