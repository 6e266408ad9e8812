package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.DayRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Single days that a manager set, stored as {@code 2026-12-25/2026-12-27,2027-01-04/2027-01-04}.
 *
 * @param days each of them, in order
 */
record DaySet(NavigableSet<LocalDate> days) {

  private static final int RUNS_SHOWN = 8;

  DaySet {
    days = Collections.unmodifiableNavigableSet(new TreeSet<>(days));
  }

  /** Reads the stored text; empty for none. */
  static DaySet of(String stored) {
    return new DaySet(
        Arrays.stream(stored.split(","))
            .filter(run -> !run.isEmpty())
            .map(run -> run.split("/"))
            .map(ends -> new DayRange(LocalDate.parse(ends[0]), LocalDate.parse(ends[1])))
            .flatMap(DayRange::days)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** These and {@code more}. */
  DaySet plus(Collection<LocalDate> more) {
    NavigableSet<LocalDate> all = new TreeSet<>(days);
    all.addAll(more);
    return new DaySet(all);
  }

  /** These without {@code fewer}. */
  DaySet minus(Collection<LocalDate> fewer) {
    NavigableSet<LocalDate> rest = new TreeSet<>(days);
    fewer.forEach(rest::remove);
    return new DaySet(rest);
  }

  /** The text to store. */
  String store() {
    return runs().stream()
        .map(run -> run.start() + "/" + run.end())
        .collect(Collectors.joining(","));
  }

  /** What people read; of many stretches the last ones. */
  String text() {
    List<DayRange> runs = runs();
    if (runs.isEmpty()) {
      return "无";
    }
    String shown =
        runs.stream()
            .skip(Math.max(0, runs.size() - RUNS_SHOWN))
            .map(DayRange::text)
            .collect(Collectors.joining("、"));
    return runs.size() > RUNS_SHOWN ? "…、" + shown + "，共" + days.size() + "天" : shown;
  }

  private List<DayRange> runs() {
    List<DayRange> runs = new ArrayList<>();
    for (LocalDate day : days) {
      DayRange last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      if (last != null && last.end().plusDays(1).equals(day)) {
        runs.set(runs.size() - 1, new DayRange(last.start(), day));
      } else {
        runs.add(new DayRange(day, day));
      }
    }
    return runs;
  }
}
