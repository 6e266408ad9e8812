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

  /**
   * Order of joining: people of one day by name, code point by code point; units of one day as they
   * were set up, which is how their people count them (一店, 二店, … 十店).
   */
  static final Comparator<Entrant> JOINING =
      Comparator.comparing(Entrant::since).thenComparing(Entrant::compareOfOneDay);

  static Entrant of(Member member) {
    return new Entrant(Subject.of(member), member.name(), member.since());
  }

  static Entrant of(Unit unit) {
    return new Entrant(Subject.of(unit), unit.name(), unit.since());
  }

  private static int compareOfOneDay(Entrant one, Entrant other) {
    boolean units = one.subject.kind() == Subject.Kind.UNIT;
    int order =
        units
            ? Integer.compare(one.id().length(), other.id().length())
            : compareCodePoints(one.name, other.name);
    return order != 0 ? order : one.id().compareTo(other.id());
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
