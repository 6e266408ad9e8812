package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.engine.Facts;
import io.github.xunbang.incentive.rule.Audience;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who may be concerned, in order of joining whatever order the facts gave. */
final class Roster {

  /** Of one day, the smaller number was given first: m9 joined before m12. */
  static final Comparator<Candidate> JOINING =
      Comparator.comparing(Candidate::since)
          .thenComparing(candidate -> candidate.id().length())
          .thenComparing(Candidate::id);

  private final List<Candidate> members;
  private final List<Candidate> units;
  private final Map<String, List<Candidate>> below = new HashMap<>();
  private final Map<Audience, List<Candidate>> known = new HashMap<>();

  Roster(Facts facts, Period period) {
    members = facts.members(period).stream().sorted(JOINING).toList();
    units = facts.units(period).stream().sorted(JOINING).toList();
    for (Candidate member : members) {
      for (String unitId : member.unitIds()) {
        below.computeIfAbsent(unitId, id -> new ArrayList<>()).add(member);
      }
    }
  }

  List<Candidate> of(Audience audience) {
    return known.computeIfAbsent(
        audience,
        key ->
            (key.kind() == Audience.Kind.MEMBERS ? members : units)
                .stream().filter(one -> belongs(one, key)).toList());
  }

  boolean isIn(Audience audience, Candidate one) {
    return one.isUnit() == (audience.kind() == Audience.Kind.UNITS) && belongs(one, audience);
  }

  /** The members whose home is this unit or lies below it. */
  List<Candidate> membersOf(String unitId) {
    return below.getOrDefault(unitId, List.of());
  }

  private static boolean belongs(Candidate one, Audience audience) {
    return (audience.withinId() == null || one.unitIds().contains(audience.withinId()))
        && (audience.unitClass() == null || audience.unitClass().equals(one.unitClass()))
        && (one.isUnit() ? isOfKind(one, audience) : isOfJob(one, audience));
  }

  private static boolean isOfKind(Candidate unit, Audience audience) {
    return audience.unitKind() == null || audience.unitKind().equals(unit.unitKind());
  }

  private static boolean isOfJob(Candidate member, Audience audience) {
    boolean job =
        audience.positions().isEmpty()
            || (member.position() != null && audience.positions().contains(member.position()));
    return job
        && switch (audience.standing()) {
          case ANY -> true;
          case PROBATION -> member.probation();
          case REGULAR -> !member.probation();
        };
  }
}
