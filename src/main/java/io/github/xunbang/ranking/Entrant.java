package io.github.xunbang.ranking;

import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.target.Subject;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * One who may stand on a board.
 *
 * @param subject member or unit
 * @param name as posts show it
 * @param since first day; equal values stand in this order
 */
record Entrant(Subject subject, String name, LocalDate since) {

  /** Order of joining, names by code point; the id only keeps two equal ones in a fixed order. */
  static final Comparator<Entrant> JOINING =
      Comparator.comparing(Entrant::since)
          .thenComparing(Entrant::name, Entrant::compareCodePoints)
          .thenComparing(Entrant::id);

  static Entrant of(Member member) {
    return new Entrant(Subject.of(member), member.name(), member.since());
  }

  static Entrant of(Unit unit) {
    return new Entrant(Subject.of(unit), unit.name(), unit.since());
  }

  /** Without taking the names apart: a board of thousands compares them tens of thousands times. */
  private static int compareCodePoints(String one, String other) {
    int shared = Math.min(one.length(), other.length());
    for (int at = 0; at < shared; ) {
      int left = one.codePointAt(at);
      int right = other.codePointAt(at);
      if (left != right) {
        return Integer.compare(left, right);
      }
      at += Character.charCount(left);
    }
    return Integer.compare(one.length(), other.length());
  }

  String id() {
    return subject.id();
  }
}
