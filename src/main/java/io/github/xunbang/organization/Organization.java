package io.github.xunbang.organization;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodCalendar;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.Access;
import io.github.xunbang.message.Conversation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tenant (design section 3), as one immutable picture: settings, groups and roster.
 *
 * @param id short, stable, never shown
 * @param name as the administrator gave it
 * @param businessDay zone, day start and closing time
 * @param settings what managers set in chat, by setting name
 * @param simulated whether the simulator made it; only such ones can be reset
 * @param groups bound group chats
 * @param members everybody who ever belonged to it
 * @param structure units, responsibilities, deputies, campaigns
 * @param createdAt UTC instant of business time
 */
public record Organization(
    String id,
    String name,
    BusinessDay businessDay,
    Map<String, String> settings,
    boolean simulated,
    List<ChatGroup> groups,
    List<Member> members,
    Structure structure,
    Instant createdAt) {

  private static final List<PeriodType> FREEZING =
      List.of(
          PeriodType.XUN,
          PeriodType.HALF_MONTH,
          PeriodType.MONTH,
          PeriodType.QUARTER,
          PeriodType.YEAR);

  public Organization {
    settings = Map.copyOf(settings);
    groups = List.copyOf(groups);
    members = Roster.of(members);
  }

  /** An organization without units, deputies and campaigns. */
  public Organization(
      String id,
      String name,
      BusinessDay businessDay,
      Map<String, String> settings,
      boolean simulated,
      List<ChatGroup> groups,
      List<Member> members,
      Instant createdAt) {
    this(id, name, businessDay, settings, simulated, groups, members, Structure.EMPTY, createdAt);
  }

  /** The unit tree. */
  public UnitTree units() {
    return structure.units();
  }

  /** 月 季 年 by the organization's settlement days. */
  public PeriodCalendar periods() {
    return SettlementDays.of(settings).calendar();
  }

  /** The member's home unit on {@code day}. */
  public Optional<Unit> unitOf(Member member, LocalDate day) {
    return units().unit(member.unitIdOn(day));
  }

  /** Everybody active on {@code day} whose home is the unit or below it, in order of joining. */
  public List<Member> membersWithin(String unitId, LocalDate day) {
    Set<String> within = units().within(unitId);
    return activeMembers(day).stream()
        .filter(member -> within.contains(Objects.requireNonNullElse(member.unitIdOn(day), "")))
        .toList();
  }

  /** The units that the member is responsible for on {@code day}, in order of assignment. */
  public List<Unit> responsibleUnits(String memberId, LocalDate day) {
    return structure.responsibilities().stream()
        .filter(one -> one.memberId().equals(memberId) && one.activeOn(day))
        .flatMap(one -> units().unit(one.unitId()).stream())
        .distinct()
        .toList();
  }

  /**
   * The member's level on {@code day}, with what was deputed to them (S-02). Administering the
   * installation cannot be deputed, so a deputy is MANAGER at most.
   */
  public Access accessOn(Member member, LocalDate day) {
    Access level = member.access();
    if (structure.deputies().isEmpty() || level.covers(Access.MANAGER)) {
      return level;
    }
    for (Member principal : principals(member.id(), day).toList()) {
      Access deputed = principal.access() == Access.ADMIN ? Access.MANAGER : principal.access();
      level = deputed.covers(level) ? deputed : level;
    }
    return level;
  }

  /**
   * Whether reports may be posted in {@code conversation} (S-65): everywhere but in a group that
   * only receives posts. Where not, the report is answered with where to report instead.
   */
  public boolean takesReports(Conversation conversation) {
    return group(conversation).map(ChatGroup::takesReports).orElse(true);
  }

  /** The role of this group chat, if it is bound here. */
  public Optional<ChatGroup> group(Conversation conversation) {
    return groups.stream().filter(one -> one.conversation().equals(conversation)).findFirst();
  }

  /** The group that a manager named so by 设置 本群 叫. */
  public Optional<ChatGroup> groupNamed(String groupName) {
    return groups.stream().filter(one -> groupName.equals(one.name())).findFirst();
  }

  /** The same organization with another roster. */
  public Organization withMembers(List<Member> changed) {
    return new Organization(
        id, name, businessDay, settings, simulated, groups, changed, structure, createdAt);
  }

  /** The same organization with another structure. */
  public Organization withStructure(Structure changed) {
    return new Organization(
        id, name, businessDay, settings, simulated, groups, members, changed, createdAt);
  }

  /** The same organization with other groups. */
  public Organization withGroups(List<ChatGroup> changed) {
    return new Organization(
        id, name, businessDay, settings, simulated, changed, members, structure, createdAt);
  }

  /**
   * Whether the member leads {@code other} on {@code day}: is a LEADER, or deputy of one, whose
   * home unit or responsibility contains the other's home unit. Managers need not ask.
   */
  public boolean leads(String memberId, Member other, LocalDate day) {
    String home = other.unitIdOn(day);
    return home != null && ledUnitIds(memberId, day).contains(home);
  }

  /** The ids of all units that the member leads on {@code day}, those below included. */
  public Set<String> ledUnitIds(String memberId, LocalDate day) {
    return Stream.concat(member(memberId).stream(), principals(memberId, day))
        .filter(leader -> leader.access().covers(Access.LEADER))
        .flatMap(
            leader ->
                Stream.concat(
                    Stream.ofNullable(leader.unitIdOn(day)),
                    responsibleUnits(leader.id(), day).stream().map(Unit::id)))
        .flatMap(unitId -> units().within(unitId).stream())
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /** The campaign of this name. */
  public Optional<Campaign> campaign(String campaignName) {
    return structure.campaigns().stream()
        .filter(campaign -> campaign.name().equals(campaignName))
        .findFirst();
  }

  /**
   * The periods that contain {@code day} and freeze when they end (design section 4): 旬 半月 月 季 年,
   * then campaigns. DAY and WEEK never freeze. Campaigns of the same dates are one period.
   */
  public List<Period> freezingPeriods(LocalDate day) {
    PeriodCalendar calendar = periods();
    return Stream.concat(
            FREEZING.stream().map(type -> calendar.containing(type, day)),
            structure.campaigns().stream()
                .filter(Campaign::freezes)
                .map(Campaign::period)
                .filter(period -> period.contains(day))
                .distinct())
        .toList();
  }

  /** Whether a period that contains {@code day} is frozen at {@code now}; nothing enters it. */
  public boolean isFrozen(LocalDate day, Instant now) {
    return freezingPeriods(day).stream()
        .anyMatch(
            period ->
                !now.isBefore(period.closesAt(businessDay.closingTime(), businessDay.zone())));
  }

  private Stream<Member> principals(String deputyId, LocalDate day) {
    return structure.deputies().stream()
        .filter(deputy -> deputy.deputyId().equals(deputyId) && deputy.activeOn(day))
        .flatMap(deputy -> member(deputy.principalId()).stream())
        .filter(principal -> principal.activeOn(day));
  }

  /** The member with this id, active or not. */
  public Optional<Member> member(String memberId) {
    return Optional.ofNullable(roster().withId(memberId));
  }

  /** The member of this name active on {@code day}. */
  public Optional<Member> memberNamed(String name, LocalDate day) {
    return roster().named(name).stream().filter(member -> member.activeOn(day)).findFirst();
  }

  /**
   * The member tied to {@code identity} ({@code channel:userid}) who has not left before {@code
   * day}. Somebody who joins later counts too: a moved day start must not lock a new member out.
   */
  public Optional<Member> memberOf(String identity, LocalDate day) {
    return roster().tiedTo(identity).stream().filter(member -> !member.leftBefore(day)).findFirst();
  }

  /** Whether {@code identity} belonged to a member, even one who has left. */
  public boolean everKnew(String identity) {
    return !roster().tiedTo(identity).isEmpty();
  }

  /** Everybody active on {@code day}, in order of joining. */
  public List<Member> activeMembers(LocalDate day) {
    return members.stream().filter(member -> member.activeOn(day)).toList();
  }

  /**
   * Whether the group chat is bound to this organization; this picture decides, no look-up does.
   */
  public boolean holds(Conversation conversation) {
    return group(conversation).isPresent();
  }

  private Roster roster() {
    return (Roster) members;
  }
}
