package io.github.xunbang.target.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.target.Subject;
import java.time.LocalDate;
import java.util.Map;

/** One use of 目标 with what everything about it needs. */
record TargetCall(CommandCall call, Organization organization, LocalDate today) {

  static TargetCall of(CommandCall call, Organization organization) {
    return new TargetCall(
        call, organization, organization.businessDay().of(call.message().receivedAt()));
  }

  CommandRejectedException rejection(String key, Map<String, ?> values) {
    return call.rejection(key, values);
  }

  CommandRejectedException rejection(String key) {
    return rejection(key, Map.of());
  }

  TargetStore.Author author() {
    return new TargetStore.Author(call.caller().member(), today, call.message().receivedAt());
  }

  /** Refuses everybody below a manager. */
  void requireManager() {
    if (!call.caller().access().covers(Access.MANAGER)) {
      throw rejection("managersOnly");
    }
  }

  /**
   * Refuses somebody who may not see the subject's figures: members see their own, their
   * position's, their units' and the team's, leaders their units, managers all (S-144).
   */
  void requireSight(Subject subject) {
    if (!maySee(subject)) {
      throw rejection("other");
    }
  }

  /** Whether the caller may see the subject's figures. */
  boolean maySee(Subject subject) {
    return call.caller().access().covers(Access.MANAGER) || sees(subject);
  }

  private boolean sees(Subject subject) {
    String self = call.caller().member();
    return switch (subject.kind()) {
      case ORGANIZATION, POSITION -> true;
      case UNIT ->
          organization.ledUnitIds(self, today).contains(subject.id())
              || organization.responsibleUnits(self, today).stream()
                  .anyMatch(unit -> unit.id().equals(subject.id()))
              || homePathHolds(self, subject.id());
      case MEMBER ->
          subject.id().equals(self)
              || organization
                  .member(subject.id())
                  .filter(other -> organization.leads(self, other, today))
                  .isPresent();
    };
  }

  private boolean homePathHolds(String memberId, String unitId) {
    return organization
        .member(memberId)
        .map(member -> member.unitIdOn(today))
        .map(home -> organization.units().path(home))
        .filter(path -> path.stream().anyMatch(unit -> unit.id().equals(unitId)))
        .isPresent();
  }

  /** The subject's name for people. */
  String name(Subject subject) {
    return name(organization, subject);
  }

  static String name(Organization organization, Subject subject) {
    return switch (subject.kind()) {
      case ORGANIZATION -> "团队";
      case POSITION -> subject.id();
      case UNIT -> organization.units().unit(subject.id()).map(Unit::name).orElse("已撤的门店");
      case MEMBER -> organization.member(subject.id()).map(Member::name).orElse("已离开的成员");
    };
  }
}
