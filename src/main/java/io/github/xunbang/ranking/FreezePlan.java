package io.github.xunbang.ranking;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose boards a closing keeps: members, guests, and of each kind of unit all together and, where
 * there are classes, each class apart (S-07).
 */
final class FreezePlan {

  private final Organization organization;
  private final Period period;

  FreezePlan(Organization organization, Period period) {
    this.organization = organization;
    this.period = period;
  }

  Stream<Entrants> entrants() {
    return Stream.of(
            Stream.of(Entrants.MEMBERS),
            Stream.of(Entrants.GUESTS).filter(guests -> hasGuests()),
            kinds(organization, period).stream().flatMap(this::ofKind))
        .flatMap(part -> part);
  }

  /** The kinds of unit there are, in order of first creation. */
  static List<String> kinds(Organization organization, Period period) {
    return organization.units().active(period.end()).stream().map(Unit::kind).distinct().toList();
  }

  /** Empty when no unit of the kind has a class; else each class in order, the unclassed last. */
  static List<String> classes(Organization organization, String kind, Period period) {
    List<Unit> units =
        organization.units().active(period.end()).stream()
            .filter(unit -> unit.kind().equals(kind))
            .toList();
    List<String> classes =
        units.stream()
            .map(unit -> classOf(unit, period))
            .flatMap(Stream::ofNullable)
            .distinct()
            .sorted()
            .collect(Collectors.toList());
    if (!classes.isEmpty() && units.stream().anyMatch(unit -> classOf(unit, period) == null)) {
      classes.add(Entrants.UNCLASSED);
    }
    return classes;
  }

  private static @Nullable String classOf(Unit unit, Period period) {
    return unit.classOn(period.end());
  }

  private Stream<Entrants> ofKind(String kind) {
    Entrants all = Entrants.units(kind);
    return Stream.concat(
        Stream.of(all), classes(organization, kind, period).stream().map(all::ofClass));
  }

  private boolean hasGuests() {
    return organization.members().stream().anyMatch(member -> member.guest());
  }
}
