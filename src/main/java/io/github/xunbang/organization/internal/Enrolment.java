package io.github.xunbang.organization.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Assignment;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an enrolment does to a roster; decides on one picture of it, stores nothing. Names are
 * unique among active members: a second 张敏 becomes 张敏2.
 *
 * @param members the roster afterwards; the same list when nothing changed
 * @param member the enrolled person
 * @param claimed whether an identity was tied to an entry that had none
 */
record Enrolment(List<Member> members, Member member, boolean claimed) {

  /**
   * The person to enrol, names already checked.
   *
   * @param identity {@code channel:userid}, or null for an entry that nobody has claimed yet
   */
  record Person(
      @Nullable String identity,
      String name,
      @Nullable String position,
      @Nullable String unitId,
      Access access) {}

  /**
   * Enrols {@code person} on {@code day}: updates the entry of that identity (never lowering its
   * access), or ties the identity to the unclaimed entry of that name with the access given now
   * (never the entry's: nobody becomes a manager by saying a manager's name), or adds an entry.
   *
   * @throws CommandRejectedException when the name belongs to another identity
   */
  static Enrolment of(Organization organization, Person person, LocalDate day) {
    String identity = person.identity();
    Optional<Member> named = organization.memberNamed(person.name(), day);
    Optional<Member> known = identity == null ? named : organization.memberOf(identity, day);
    if (known.isPresent()) {
      Member before = known.get();
      if (named.isPresent() && !named.get().id().equals(before.id())) {
        throw taken(organization, person.name(), day);
      }
      return replaced(
          organization, before, updated(before, person, before.identities(), day), false);
    }
    if (named.isPresent() && identity != null) {
      Member entry = named.get();
      if (!entry.identities().isEmpty()) {
        throw taken(organization, person.name(), day);
      }
      Member tied = updated(entry, person, List.of(identity), day).withAccess(person.access());
      return replaced(organization, entry, tied, true);
    }
    return added(organization, person, day);
  }

  private static Member updated(
      Member before, Person person, List<String> identities, LocalDate day) {
    return new Member(
        before.id(),
        person.name(),
        before.access().covers(person.access()) ? before.access() : person.access(),
        assignments(before, person, day),
        before.guest(),
        identities,
        before.since(),
        before.until());
  }

  /** A changed position or unit holds from {@code day} on; a second change that day replaces it. */
  private static List<Assignment> assignments(Member before, Person person, LocalDate day) {
    String position = person.position() == null ? before.position() : person.position();
    String unitId = person.unitId() == null ? before.unitId() : person.unitId();
    if (Objects.equals(position, before.position()) && Objects.equals(unitId, before.unitId())) {
      return before.assignments();
    }
    List<Assignment> assignments = new ArrayList<>(before.assignments());
    assignments.removeIf(assignment -> !assignment.since().isBefore(day));
    assignments.add(new Assignment(assignments.isEmpty() ? before.since() : day, position, unitId));
    return assignments;
  }

  /** The roster with {@code after} in the place of {@code before}. */
  static List<Member> replacing(List<Member> members, Member before, Member after) {
    List<Member> changed = new ArrayList<>(members);
    changed.set(members.indexOf(before), after);
    return changed;
  }

  private static Enrolment replaced(
      Organization organization, Member before, Member after, boolean claimed) {
    List<Member> members =
        before.equals(after)
            ? organization.members()
            : replacing(organization.members(), before, after);
    return new Enrolment(members, after, claimed);
  }

  private static Enrolment added(Organization organization, Person person, LocalDate day) {
    String identity = person.identity();
    Member member =
        new Member(
            nextId(organization.members()),
            person.name(),
            person.access(),
            person.position(),
            person.unitId(),
            identity == null ? List.of() : List.of(identity),
            day,
            null);
    List<Member> members = new ArrayList<>(organization.members());
    members.add(member);
    return new Enrolment(members, member, false);
  }

  /** A fresh id; nobody is ever taken off the roster, so counting on never gives one twice. */
  static String nextId(List<Member> members) {
    int last = 0;
    for (Member member : members) {
      last = Math.max(last, Integer.parseInt(member.id().substring(1)));
    }
    return "m" + (last + 1);
  }

  private static CommandRejectedException taken(
      Organization organization, String name, LocalDate day) {
    int number = 2;
    while (organization.memberNamed(name + number, day).isPresent()) {
      number++;
    }
    return new CommandRejectedException(
        "这里已经有一位%s了。同名的请加个数字区分，请这样写：我是 %s%d".formatted(name, name, number));
  }
}
