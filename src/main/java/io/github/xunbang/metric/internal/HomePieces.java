package io.github.xunbang.metric.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.organization.Assignment;
import io.github.xunbang.organization.Member;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Where members were at home during a period, and their figures cut accordingly. */
final class HomePieces {

  /** The home of those who had none. */
  static final String NOWHERE = "";

  private HomePieces() {}

  /** The ids of the member's homes in the period; one for nearly everybody. */
  static Set<String> homes(Member member, Period period) {
    Set<LocalDate> starts = new TreeSet<>(Set.of(period.start()));
    member.assignments().stream()
        .map(Assignment::since)
        .filter(period::contains)
        .forEach(starts::add);
    Set<String> homes = new HashSet<>();
    starts.forEach(start -> homes.add(home(member, start)));
    return homes;
  }

  /**
   * One tally per home from the member's days. Of a metric whose last value counts, only the home
   * of the last value keeps it: a stock moves with its owner and must not stand in two places.
   */
  static Map<String, Tally> cut(
      Member member, Map<LocalDate, Map<String, BigDecimal>> days, RollUps rollUps) {
    Map<String, Tally> pieces = new HashMap<>();
    days.forEach(
        (day, values) -> {
          Tally piece = pieces.computeIfAbsent(home(member, day), none -> new Tally());
          piece.add(1, values);
          values.forEach(
              (metric, value) -> {
                if (!rollUps.isSummed(metric)) {
                  piece.addDay(metric, day, value);
                }
              });
        });
    rollUps.lastCounts().forEach(metric -> keepLatest(metric, List.copyOf(pieces.values())));
    return pieces;
  }

  private static void keepLatest(String metric, List<Tally> pieces) {
    LocalDate latest =
        pieces.stream()
            .map(piece -> piece.stats().get(metric))
            .filter(Objects::nonNull)
            .map(DayStats::lastDay)
            .max(LocalDate::compareTo)
            .orElse(LocalDate.MIN);
    pieces.forEach(
        piece ->
            piece
                .stats()
                .computeIfPresent(
                    metric, (id, days) -> days.lastDay().equals(latest) ? days : null));
  }

  private static String home(Member member, LocalDate day) {
    return Objects.requireNonNullElse(member.unitIdOn(day), NOWHERE);
  }
}
