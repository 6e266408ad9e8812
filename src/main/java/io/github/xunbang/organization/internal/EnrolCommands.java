package io.github.xunbang.organization.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.NearNames;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.EnrolmentListener;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.PersonName;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 我是: people enrol themselves, claim their name on the roster, or correct what stands there. */
@Component
class EnrolCommands implements CommandHandler {

  private static final Logger LOG = LoggerFactory.getLogger(EnrolCommands.class);

  private final OrganizationService organizations;
  private final ObjectProvider<EnrolmentListener> listeners;

  EnrolCommands(OrganizationService organizations, ObjectProvider<EnrolmentListener> listeners) {
    this.organizations = organizations;
    this.listeners = listeners;
  }

  @Override
  public String name() {
    return "我是";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  /** 我是说昨天签单2 is a report. */
  @Override
  public boolean yieldsToFigures() {
    return true;
  }

  @Override
  public Reply handle(CommandCall call) {
    SelfIntroduction introduction =
        SelfIntroduction.read(call.input()).orElseThrow(() -> call.rejection("usage", Map.of()));
    Caller caller = call.caller();
    if (caller.organizationId() == null) {
      throw call.rejection(caller.conversation().isGroup() ? "unbound" : "privately", Map.of());
    }
    Organization before = organizations.get(caller.organization());
    LocalDate today = before.businessDay().of(call.message().receivedAt());
    String identity = caller.identity();
    boolean known = before.memberOf(identity, today).isPresent();
    Optional<Member> entry = before.memberNamed(PersonName.normalized(introduction.name()), today);
    boolean onRoster = entry.isPresent();
    // Who has left comes back only where a manager has put the name on the roster again.
    boolean invited = entry.filter(member -> member.identities().isEmpty()).isPresent();
    if (!known && !invited && before.everKnew(identity)) {
      throw call.rejection("left", Map.of("team", before.name()));
    }
    refuseStrangeNames(call, before, introduction, today);
    RosterDuty roster = RosterDuty.of(before, identity, introduction, caller.access(), today);
    Member member =
        organizations.enrol(
            before.id(),
            identity,
            introduction.name(),
            roster.keepsPosition() ? null : introduction.position(),
            roster.keepsUnit() ? null : unitName(before, introduction, today),
            level(caller, before, today));
    String key = known ? "updated" : onRoster ? "claimed" : "enrolled";
    String text =
        call.definition()
            .text(key, Map.of("member", shown(organizations.get(before.id()), member)));
    String kept =
        roster.keepsAnything()
            ? "\n" + call.definition().text("kept", Map.of("name", member.name()))
            : "";
    return Reply.text(
        Stream.concat(Stream.of(text + kept), told(call, member).stream())
            .collect(Collectors.joining("\n")));
  }

  /**
   * A name that is a unit's would make reports ambiguous; a unit that does not exist is added only
   * while no manager has set units up.
   */
  private static void refuseStrangeNames(
      CommandCall call, Organization organization, SelfIntroduction typed, LocalDate today) {
    if (!organization.units().find(PersonName.normalized(typed.name()), today).isEmpty()) {
      throw call.rejection("unitName", Map.of("name", UntrustedText.oneLine(typed.name(), 20)));
    }
    String unit = typed.unit();
    if (unit == null
        || !CallScene.unitsAreSetUp(organization)
        || CallScene.unit(organization, unit, today).isPresent()) {
      return;
    }
    String near =
        NearNames.alike(unit, organization.units().active(today).stream().map(Unit::name).toList());
    throw call.rejection(
        "noUnit",
        Map.of(
            "unit", UntrustedText.oneLine(unit, 12), "near", near.isEmpty() ? "" : "，是不是" + near));
  }

  /** 1区 is 一区 when there is one. */
  private static @Nullable String unitName(
      Organization organization, SelfIntroduction typed, LocalDate today) {
    String unit = typed.unit();
    if (unit == null) {
      return null;
    }
    return organization.units().find(PersonName.normalized(unit), today).stream()
        .findFirst()
        .map(Unit::name)
        .orElse(unit);
  }

  /** An administrator who bound the group without a name becomes its manager on enrolling. */
  private static Access level(Caller caller, Organization organization, LocalDate today) {
    boolean managed =
        organization.activeMembers(today).stream()
            .anyMatch(member -> member.access().covers(Access.MANAGER));
    return caller.access() == Access.ADMIN && !managed ? Access.MANAGER : Access.MEMBER;
  }

  private static String shown(Organization organization, Member member) {
    String unit = organization.units().unit(member.unitId()).map(Unit::name).orElse(null);
    return Stream.of(member.name(), member.position(), unit)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  private List<String> told(CommandCall call, Member member) {
    Caller before = call.caller();
    Caller enrolled =
        new Caller(
            before.conversation(),
            before.userId(),
            before.organizationId(),
            member.id(),
            member.name(),
            before.access().covers(member.access()) ? before.access() : member.access());
    return listeners
        .orderedStream()
        .flatMap(listener -> told(listener, enrolled, call).stream())
        .toList();
  }

  /** The enrolment stands whatever a listener does; its failure is said, not swallowed. */
  private static List<String> told(EnrolmentListener listener, Caller enrolled, CommandCall call) {
    try {
      return listener.enrolled(enrolled, call.message());
    } catch (CommandRejectedException refused) {
      return List.of(Objects.requireNonNullElse(refused.getMessage(), ""));
    } catch (RuntimeException failure) {
      LOG.error(
          "Enrolled, but a listener failed: organization={} member={}",
          enrolled.organizationId(),
          enrolled.memberId(),
          failure);
      return List.of(call.definition().text("check", Map.of()));
    }
  }
}
