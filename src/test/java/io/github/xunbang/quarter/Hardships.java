package io.github.xunbang.quarter;

import io.github.xunbang.quarter.Expectation.Post;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 请教: after a month or a 旬, one of the three who stand lowest on average and were left alone. */
final class Hardships {

  private static final int SPARED_DAYS = 15;

  private final Tally tally;
  private final Boards boards;
  private final Recoveries recoveries;
  private final Map<String, LocalDate> asked = new HashMap<>();

  Hardships(Tally tally, Boards boards, Recoveries recoveries) {
    this.tally = tally;
    this.boards = boards;
    this.recoveries = recoveries;
  }

  void of(LocalDate day, List<Post> posts) {
    if (!Script.works(day)) {
      return;
    }
    for (Span.Kind kind : List.of(Span.Kind.MONTH, Span.Kind.XUN)) {
      Span span = Span.of(kind, day).previous();
      boolean first = Tally.workdays(span.last().plusDays(1), day) == 1;
      if (first && !boards.frozen(span).isEmpty()) {
        ask(span, day, posts);
        return;
      }
    }
  }

  private void ask(Span span, LocalDate day, List<Post> posts) {
    LocalDateTime at = day.atTime(14, 5);
    LocalDate since = day.minusDays(SPARED_DAYS);
    lowest(boards.frozen(span)).stream()
        .limit(3)
        .filter(name -> tally.isThere(name, day, at))
        .filter(name -> !recoveries.isAsked(name, since))
        .filter(name -> !asked.getOrDefault(name, LocalDate.MIN).isAfter(since))
        .findFirst()
        .ifPresent(
            name -> {
              asked.put(name, day);
              posts.add(
                  new Post(
                      at,
                      name,
                      "【请教】%s辛苦了！跑单路上遇到什么难处，要什么帮忙？\n私下回我一句，只给经理看，例会上一起想办法：\n困难 客户都嫌贵，不知道怎么谈"
                          .formatted(span.label().replace("2026年", ""))));
            });
  }

  /** Nobody of the first three of any board, nobody of the upper half; the lowest first. */
  private static List<String> lowest(Map<String, List<Tally.Row>> boards) {
    Map<String, Double> depths = new LinkedHashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    Set<String> best = new HashSet<>();
    for (List<Tally.Row> rows : boards.values()) {
      for (Tally.Row row : rows) {
        double depth = rows.size() == 1 ? 0 : (row.place() - 1.0) / (rows.size() - 1);
        depths.merge(row.name(), depth, Double::sum);
        counts.merge(row.name(), 1, Integer::sum);
        if (row.place() <= 3) {
          best.add(row.name());
        }
      }
    }
    depths.replaceAll((name, sum) -> sum / counts.get(name));
    return depths.keySet().stream()
        .filter(name -> !best.contains(name) && depths.get(name) >= 0.5)
        .sorted(Comparator.comparing((String name) -> -depths.get(name)))
        .toList();
  }
}
