package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodCalendar;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.Access;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.target.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Into what a target is split: the units below, the people of the lowest one, or the months of a
 * year.
 *
 * @param subject whose part
 * @param period of which period
 */
record SplitParts(Subject subject, Period period) {

  private static final Map<String, PeriodType> OVER =
      Map.of(
          LineReader.BY_MONTH, PeriodType.MONTH,
          LineReader.BY_QUARTER, PeriodType.QUARTER,
          LineReader.BY_XUN, PeriodType.XUN,
          LineReader.BY_HALF, PeriodType.HALF_MONTH);

  /** The kind of period that the line splits into, or null when it splits among subjects. */
  static @Nullable PeriodType over(TargetLine line) {
    return line.words.stream().filter(OVER::containsKey).findFirst().map(OVER::get).orElse(null);
  }

  /** Everything one level down; people who only manage and guests get no part. */
  static List<SplitParts> below(TargetCall context, Subject subject, Period period) {
    Organization organization = context.organization();
    String unitId = subject.kind() == Subject.Kind.UNIT ? subject.id() : null;
    List<Unit> units = organization.units().children(unitId, context.today());
    if (!units.isEmpty()) {
      return units.stream().map(unit -> new SplitParts(Subject.of(unit), period)).toList();
    }
    List<Member> people =
        unitId == null
            ? organization.activeMembers(context.today())
            : organization.membersWithin(unitId, context.today());
    return people.stream()
        .filter(member -> !member.guest())
        .filter(member -> counts(member, context))
        .map(member -> new SplitParts(Subject.of(member), period))
        .toList();
  }

  private static boolean counts(Member member, TargetCall context) {
    return member.positionOn(context.today()) != null || !member.access().covers(Access.MANAGER);
  }

  /**
   * The periods of {@code type} that make up the whole, each day exactly once.
   *
   * @return empty when they do not, as 旬 in a settlement month
   */
  static List<SplitParts> within(
      PeriodCalendar calendar, Subject subject, Period whole, PeriodType type) {
    List<SplitParts> parts = new ArrayList<>();
    Period part = calendar.containing(type, whole.start());
    while (!part.start().isBefore(whole.start()) && !part.end().isAfter(whole.end())) {
      parts.add(new SplitParts(subject, part));
      part = calendar.next(part);
    }
    boolean covered =
        parts.size() > 1 && parts.get(parts.size() - 1).period().end().equals(whole.end());
    return covered ? parts : List.of();
  }
}
