package io.github.xunbang.organization.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Assignment;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Structure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One organization with settings, groups and roster: the truth that every look-up document only
 * points to. {@code revision} guards each write.
 */
@Document("organizations")
record OrganizationDocument(
    @Id String id,
    long revision,
    String name,
    String zone,
    boolean simulated,
    Map<String, String> settings,
    List<GroupPart> groups,
    List<MemberPart> members,
    @Nullable StructurePart structure,
    Instant createdAt) {

  record GroupPart(
      String channel,
      String id,
      Conversation.Kind kind,
      boolean takesReports,
      boolean receivesPosts,
      @Nullable List<String> units,
      @Nullable String name) {

    static GroupPart of(ChatGroup group) {
      Conversation conversation = group.conversation();
      return new GroupPart(
          conversation.channel(),
          conversation.id(),
          conversation.kind(),
          group.takesReports(),
          group.receivesPosts(),
          group.unitIds(),
          group.name());
    }

    ChatGroup toGroup() {
      return new ChatGroup(
          new Conversation(channel, id, kind), takesReports, receivesPosts, orEmpty(units), name);
    }
  }

  /** Dates are ISO text, so that no zone can shift them. */
  record MemberPart(
      String id,
      String name,
      Access access,
      List<AssignmentPart> assignments,
      boolean guest,
      @Nullable List<String> identities,
      String since,
      @Nullable String until) {

    static MemberPart of(Member member) {
      return new MemberPart(
          member.id(),
          member.name(),
          member.access(),
          member.assignments().stream().map(AssignmentPart::of).toList(),
          member.guest(),
          member.identities(),
          member.since().toString(),
          text(member.until()));
    }

    Member toMember() {
      return new Member(
          id,
          name,
          access,
          assignments.stream().map(AssignmentPart::toAssignment).toList(),
          guest,
          orEmpty(identities),
          LocalDate.parse(since),
          date(until));
    }
  }

  record AssignmentPart(String since, @Nullable String position, @Nullable String unitId) {

    static AssignmentPart of(Assignment assignment) {
      return new AssignmentPart(
          assignment.since().toString(), assignment.position(), assignment.unitId());
    }

    Assignment toAssignment() {
      return new Assignment(LocalDate.parse(since), position, unitId);
    }
  }

  static @Nullable String text(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }

  static @Nullable LocalDate date(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  static OrganizationDocument of(Organization organization, long revision) {
    return new OrganizationDocument(
        organization.id(),
        revision,
        organization.name(),
        organization.businessDay().zone().getId(),
        organization.simulated(),
        organization.settings(),
        organization.groups().stream().map(GroupPart::of).toList(),
        organization.members().stream().map(MemberPart::of).toList(),
        StructurePart.of(organization.structure()),
        organization.createdAt());
  }

  Organization toOrganization() {
    Map<String, String> values = settings == null ? Map.of() : settings;
    return new Organization(
        id,
        name,
        DaySettings.businessDay(zone, values),
        values,
        simulated,
        orEmpty(groups).stream().map(GroupPart::toGroup).toList(),
        orEmpty(members).stream().map(MemberPart::toMember).toList(),
        structure == null ? Structure.EMPTY : structure.toStructure(),
        createdAt);
  }

  /** The mapper may leave an empty list out. */
  static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
