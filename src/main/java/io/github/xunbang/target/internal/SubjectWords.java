package io.github.xunbang.target.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.PersonName;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.target.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds whose target is meant by a name: a member first, then a unit, a position, the team. */
final class SubjectWords {

  private static final Set<String> TEAM =
      Set.of("团队", "全员", "全体", "全公司", "公司", "总体", "整个团队", "全团队");
  private static final Set<String> SELF = Set.of("我", "我的", "自己", "本人", "个人");
  private static final String POSITION = "岗位";

  private final Organization organization;
  private final LocalDate today;
  private final String callerId;
  private final Set<String> positions;

  SubjectWords(
      Organization organization, LocalDate today, String callerId, Stream<String> otherPositions) {
    this.organization = organization;
    this.today = today;
    this.callerId = callerId;
    this.positions =
        Stream.concat(
                organization.activeMembers(today).stream()
                    .map(member -> member.positionOn(today))
                    .filter(Objects::nonNull),
                otherPositions)
            .collect(Collectors.toSet());
  }

  /**
   * The subject of exactly this name.
   *
   * @throws CommandRejectedException when two units are called so
   */
  Optional<Subject> find(String typed) {
    String name = PersonName.normalized(typed);
    if (TEAM.contains(name) || name.equals(organization.name())) {
      return Optional.of(Subject.ORGANIZATION);
    }
    if (SELF.contains(name)) {
      return Optional.of(new Subject(Subject.Kind.MEMBER, callerId));
    }
    Optional<Subject> member =
        organization
            .memberNamed(name.startsWith("@") ? name.substring(1) : name, today)
            .map(Subject::of);
    Optional<Subject> unit = member.isPresent() ? member : unit(name);
    return unit.isPresent() ? unit : position(name);
  }

  /** Somebody of this name who has left. */
  Optional<Member> left(String typed) {
    String name = PersonName.normalized(typed);
    return organization.members().stream()
        .filter(member -> member.name().equals(name) && member.leftBefore(today))
        .reduce((earlier, later) -> later);
  }

  /** Every name that {@link #find} knows, for suggestions. */
  Stream<String> names() {
    return Stream.of(
            organization.activeMembers(today).stream().map(Member::name),
            organization.units().active(today).stream().map(Unit::name),
            positions.stream().sorted())
        .flatMap(names -> names);
  }

  private Optional<Subject> unit(String name) {
    List<Unit> found =
        organization.units().active(today).stream()
            .filter(unit -> unit.name().equals(name) || fullName(unit).equals(name))
            .toList();
    if (found.size() > 1) {
      throw new CommandRejectedException(
          "有%d个“%s”，请写上级，例如：目标 %s 业绩 本月".formatted(found.size(), name, fullName(found.get(0))));
    }
    return found.stream().findFirst().map(Subject::of);
  }

  private String fullName(Unit unit) {
    return organization.units().unit(unit.parentId()).map(Unit::name).orElse("") + unit.name();
  }

  private Optional<Subject> position(String name) {
    if (positions.contains(name)) {
      return Optional.of(new Subject(Subject.Kind.POSITION, name));
    }
    boolean named = name.startsWith(POSITION) && name.length() > POSITION.length();
    return named
        ? Optional.of(
            new Subject(
                Subject.Kind.POSITION,
                PersonName.checkedLabel(POSITION, name.substring(POSITION.length()))))
        : Optional.empty();
  }
}
