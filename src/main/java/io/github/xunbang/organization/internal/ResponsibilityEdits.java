package io.github.xunbang.organization.internal;

import io.github.xunbang.organization.Responsibility;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after which unit from when to when (S-08, S-09), decided on a list of responsibilities.
 */
final class ResponsibilityEdits {

  private ResponsibilityEdits() {}

  /**
   * Gives {@code unitId} to {@code memberIds} for these days. Unless it is done {@code together},
   * whoever had it without an end is relieved for these days and comes back afterwards, and who had
   * it only within these days is replaced; other rota days stay, so that an overlap can be shown.
   *
   * @param until last day, or null while it lasts
   */
  static List<Responsibility> assign(
      List<Responsibility> before,
      Set<String> memberIds,
      String unitId,
      LocalDate from,
      @Nullable LocalDate until,
      boolean together) {
    List<Responsibility> after = new ArrayList<>();
    for (Responsibility one : before) {
      boolean own = memberIds.contains(one.memberId());
      boolean relieved = own || !together && (one.until() == null || covers(from, until, one));
      if (one.unitId().equals(unitId) && relieved) {
        after.addAll(without(one, from, until));
      } else {
        after.add(one);
      }
    }
    memberIds.forEach(member -> after.add(new Responsibility(member, unitId, from, until)));
    return after;
  }

  /** Takes the unit from the member from {@code from} on. */
  static List<Responsibility> end(
      List<Responsibility> before, String memberId, String unitId, LocalDate from) {
    List<Responsibility> after = new ArrayList<>();
    for (Responsibility one : before) {
      boolean meant = one.memberId().equals(memberId) && one.unitId().equals(unitId);
      after.addAll(meant ? without(one, from, null) : List.of(one));
    }
    return after;
  }

  /** Takes everything from the member from {@code from} on. */
  static List<Responsibility> endAll(List<Responsibility> before, String memberId, LocalDate from) {
    List<Responsibility> after = new ArrayList<>();
    for (Responsibility one : before) {
      after.addAll(one.memberId().equals(memberId) ? without(one, from, null) : List.of(one));
    }
    return after;
  }

  /** Takes the unit from everybody from {@code from} on. */
  static List<Responsibility> endUnit(List<Responsibility> before, String unitId, LocalDate from) {
    List<Responsibility> after = new ArrayList<>();
    for (Responsibility one : before) {
      after.addAll(one.unitId().equals(unitId) ? without(one, from, null) : List.of(one));
    }
    return after;
  }

  private static boolean covers(LocalDate from, @Nullable LocalDate until, Responsibility one) {
    return until == null
        || !from.isAfter(one.since()) && one.until() != null && !until.isBefore(one.until());
  }

  /** What is left of a stretch without these days: nothing, its head, its tail or both. */
  private static List<Responsibility> without(
      Responsibility one, LocalDate from, @Nullable LocalDate until) {
    if (one.until() != null && one.until().isBefore(from)
        || until != null && one.since().isAfter(until)) {
      return List.of(one);
    }
    List<Responsibility> left = new ArrayList<>(2);
    if (one.since().isBefore(from)) {
      left.add(new Responsibility(one.memberId(), one.unitId(), one.since(), from.minusDays(1)));
    }
    if (until != null && (one.until() == null || one.until().isAfter(until))) {
      left.add(new Responsibility(one.memberId(), one.unitId(), until.plusDays(1), one.until()));
    }
    return left;
  }

  /** The stretches of a unit that touch the days, in order. */
  static List<Responsibility> of(
      List<Responsibility> all, String unitId, LocalDate from, LocalDate until) {
    return all.stream()
        .filter(one -> one.unitId().equals(unitId))
        .filter(one -> !one.since().isAfter(until))
        .filter(one -> one.until() == null || !one.until().isBefore(from))
        .sorted(Comparator.comparing(Responsibility::since))
        .toList();
  }
}
