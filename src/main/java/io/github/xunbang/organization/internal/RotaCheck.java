package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.organization.Responsibility;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Gaps and overlaps of one unit's rota in what is left of a month (S-09). */
final class RotaCheck {

  private RotaCheck() {}

  /**
   * Days of a stretch, both included.
   *
   * @param memberIds who is there then; empty in a gap
   */
  record Stretch(LocalDate from, LocalDate until, Set<String> memberIds) {}

  /** The days from {@code today} on in {@code month} on which nobody looks after the unit. */
  static List<Stretch> gaps(
      List<Responsibility> all, String unitId, Period month, LocalDate today) {
    return stretches(all, unitId, month, today, Set::isEmpty);
  }

  /** The days from {@code today} on in {@code month} on which several people do. */
  static List<Stretch> overlaps(
      List<Responsibility> all, String unitId, Period month, LocalDate today) {
    return stretches(all, unitId, month, today, people -> people.size() > 1);
  }

  private static List<Stretch> stretches(
      List<Responsibility> all,
      String unitId,
      Period month,
      LocalDate today,
      Predicate<Set<String>> wanted) {
    LocalDate first = month.start().isBefore(today) ? today : month.start();
    if (first.isAfter(month.end())) {
      return List.of();
    }
    List<Responsibility> rota = ResponsibilityEdits.of(all, unitId, first, month.end());
    List<Stretch> found = new ArrayList<>();
    for (LocalDate day :
        (Iterable<LocalDate>) first.datesUntil(month.end().plusDays(1))::iterator) {
      Set<String> people = on(rota, day);
      if (wanted.test(people)) {
        extend(found, day, people);
      }
    }
    return found;
  }

  private static Set<String> on(List<Responsibility> rota, LocalDate day) {
    return rota.stream()
        .filter(one -> one.activeOn(day))
        .map(Responsibility::memberId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void extend(List<Stretch> found, LocalDate day, Set<String> people) {
    Stretch last = found.isEmpty() ? null : found.get(found.size() - 1);
    boolean goesOn =
        last != null && last.until().plusDays(1).equals(day) && last.memberIds().equals(people);
    if (last != null && goesOn) {
      found.set(found.size() - 1, new Stretch(last.from(), day, people));
    } else {
      found.add(new Stretch(day, day, people));
    }
  }
}
