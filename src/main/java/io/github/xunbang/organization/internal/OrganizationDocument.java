package io.github.xunbang.organization.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    Instant createdAt) {

  record GroupPart(String channel, String id, Conversation.Kind kind, boolean receivesPosts) {

    static GroupPart of(ChatGroup group) {
      Conversation conversation = group.conversation();
      return new GroupPart(
          conversation.channel(), conversation.id(), conversation.kind(), group.receivesPosts());
    }

    ChatGroup toGroup() {
      return new ChatGroup(new Conversation(channel, id, kind), receivesPosts);
    }
  }

  /** Dates are ISO text, so that no zone can shift them. */
  record MemberPart(
      String id,
      String name,
      Access access,
      @Nullable String position,
      @Nullable String unit,
      List<String> identities,
      String since,
      @Nullable String until) {

    static MemberPart of(Member member) {
      LocalDate until = member.until();
      return new MemberPart(
          member.id(),
          member.name(),
          member.access(),
          member.position(),
          member.unit(),
          member.identities(),
          member.since().toString(),
          until == null ? null : until.toString());
    }

    Member toMember() {
      return new Member(
          id,
          name,
          access,
          position,
          unit,
          identities == null ? List.of() : identities,
          LocalDate.parse(since),
          Optional.ofNullable(until).map(LocalDate::parse).orElse(null));
    }
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
        createdAt);
  }

  /** The mapper may leave an empty list out. */
  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
