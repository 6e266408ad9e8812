package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.NearNames;
import io.github.xunbang.organization.Assignment;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.PersonName;
import io.github.xunbang.organization.Structure;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds and changes people line by line on one picture of an organization; stores nothing. Somebody
 * known changes position or unit from today or the day given on, the days before stay (S-03).
 */
final class RosterEdits {

  private final Organization organization;
  private final LocalDate today;
  private final Function<String, Optional<String>> taken;
  private final boolean createsUnits;
  private final Map<String, Integer> written = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final EditLog log = new EditLog();
  private final List<Member> members;
  private Structure structure;

  /**
   * Edits of {@code organization} on {@code today}.
   *
   * @param taken what a name means already (a metric), if anything
   * @param createsUnits whether a unit that does not exist is added, else its line is refused
   */
  RosterEdits(
      Organization organization,
      LocalDate today,
      Function<String, Optional<String>> taken,
      boolean createsUnits) {
    this.organization = organization;
    this.today = today;
    this.taken = taken;
    this.createsUnits = createsUnits;
    this.members = new ArrayList<>(organization.members());
    this.structure = organization.structure();
    for (int place = 0; place < members.size(); place++) {
      places.put(members.get(place).id(), place);
    }
  }

  /** Applies the lines in order. A bad line is noted. */
  RosterEdits apply(List<TypedLine> lines) {
    for (TypedLine line : lines) {
      try {
        RosterLine typed = RosterLine.read(line, structure.units(), today);
        Integer before = written.putIfAbsent(typed.name(), line.number());
        if (before != null) {
          throw new CommandRejectedException(
              "和第%d行同名，同名的请加个数字区分：%s2".formatted(before, typed.name()));
        }
        apply(typed, line.since());
      } catch (CommandRejectedException bad) {
        log.refused(line, Objects.requireNonNullElse(bad.getMessage(), ""));
      }
    }
    return this;
  }

  /** What became of the lines. */
  EditLog log() {
    return log;
  }

  /** The organization afterwards. */
  Organization result() {
    return organization.withMembers(members).withStructure(structure);
  }

  private void apply(RosterLine typed, @Nullable LocalDate since) {
    Optional<Member> known = organization.memberNamed(typed.name(), today);
    if (known.isEmpty()) {
      refuseTaken(typed.name());
    }
    String unitId = unitId(typed);
    if (known.isPresent()) {
      change(known.get(), typed, unitId, since == null ? today : since);
    } else {
      add(typed, unitId, since == null ? today : since);
    }
  }

  private void refuseTaken(String name) {
    Optional<String> meaning =
        structure.units().find(name, today).isEmpty() ? taken.apply(name) : Optional.of("单位");
    if (meaning.isPresent()) {
      throw new CommandRejectedException("“%s”已经是%s，姓名请加个字区分".formatted(name, meaning.get()));
    }
  }

  /** 加人 张敏 李强 would make 李强 a job; what nobody has been yet and reads like a name is said. */
  private void noteStrangePosition(RosterLine typed) {
    String position = typed.position();
    if (position != null
        && typed.unit() == null
        && PersonName.looksLikeName(position)
        && members.stream().noneMatch(one -> position.equals(one.positionOn(today)))) {
      log.note("%s记成了%s的岗位。是另一位就另起一行写".formatted(position, typed.name()));
    }
  }

  private @Nullable String unitId(RosterLine typed) {
    Unit unit = typed.unit();
    String unknown = typed.unknownUnit();
    if (unit != null || unknown == null) {
      return unit == null ? null : unit.id();
    }
    if (!createsUnits) {
      String near =
          NearNames.alike(
              unknown, structure.units().active(today).stream().map(Unit::name).toList());
      throw new CommandRejectedException(
          "没有“%s”%s，新建请先发：门店 新增 %s"
              .formatted(unknown, near.isEmpty() ? "" : "（是不是" + near + "）", unknown));
    }
    refuseUnit(unknown);
    UnitFinder finder = UnitFinder.of(structure, today);
    String id = finder.findOrAdd(unknown);
    structure = finder.structure();
    log.note("新建了" + unknown);
    return id;
  }

  private void refuseUnit(String name) {
    taken
        .apply(name)
        .ifPresent(
            meaning -> {
              throw new CommandRejectedException("“%s”已经是%s，单位请换个名字".formatted(name, meaning));
            });
  }

  private void change(Member known, RosterLine typed, @Nullable String unitId, LocalDate from) {
    Assignment valid = known.assignmentOn(from);
    Member after =
        known.assigned(
            from,
            typed.position() == null ? valid.position() : typed.position(),
            unitId == null ? valid.unitId() : unitId);
    if (typed.guest() != null) {
      after = after.asGuest(typed.guest());
    }
    boolean back = known.until() != null;
    after = after.leaving(null);
    if (after.equals(known)) {
      log.unchanged();
      return;
    }
    members.set(Objects.requireNonNull(places.get(known.id())), after);
    log.changed(
        after.name()
            + (back ? "(恢复)" : "")
            + " "
            + described(after, from)
            + (from.equals(today) ? "" : "(" + DateText.shortDay(from) + "起)"));
  }

  private String described(Member member, LocalDate day) {
    String unit = structure.units().unit(member.unitIdOn(day)).map(Unit::name).orElse(null);
    return Stream.of(member.positionOn(day), unit, member.guest() ? "编外" : null)
        .filter(Objects::nonNull)
        .reduce((left, right) -> left + " " + right)
        .orElse("未填");
  }

  private void add(RosterLine typed, @Nullable String unitId, LocalDate since) {
    if (since.isAfter(today)) {
      throw new CommandRejectedException("入职那天再加就行，日期不能晚于今天");
    }
    Member member =
        new Member(
            Enrolment.nextId(members),
            typed.name(),
            Access.MEMBER,
            typed.position(),
            unitId,
            List.of(),
            since,
            null);
    noteStrangePosition(typed);
    places.put(member.id(), members.size());
    members.add(typed.guest() == null ? member : member.asGuest(typed.guest()));
    log.added(typed.name() + (Boolean.TRUE.equals(typed.guest()) ? "(编外)" : ""));
  }
}
