package io.github.xunbang.digest.pack;

import io.github.xunbang.command.Access;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Hands posts to the outbox. The key is name, organization, day and conversation, so that running
 * again says nothing twice.
 */
@Component
class PackPosts {

  private final OutboxService outbox;

  PackPosts(OutboxService outbox) {
    this.outbox = outbox;
  }

  /** One post to each group that receives posts, about what it shows; nothing to say, no post. */
  void toGroups(
      String name,
      Organization organization,
      LocalDate day,
      Function<Scope, Optional<String>> text) {
    organization.groups().stream()
        .filter(ChatGroup::receivesPosts)
        .forEach(
            group ->
                text.apply(Scope.of(organization, group))
                    .ifPresent(
                        said -> enqueue(name, organization, day, group.conversation(), said)));
  }

  /** To one person in private, where the person can be reached. */
  void inPrivate(
      String name, Organization organization, LocalDate day, Member member, String text) {
    member
        .privateChat(channel(organization))
        .ifPresent(chat -> enqueue(name, organization, day, chat, text));
  }

  /**
   * Who reads the fuller version in private and about what: managers about everything, leaders
   * about the units they lead. Leaders of nothing read nothing.
   */
  static Map<Member, Scope> inCharge(Organization organization, LocalDate day) {
    Map<Member, Scope> readers = new LinkedHashMap<>();
    for (Member member : organization.activeMembers(day)) {
      Access access = organization.accessOn(member, day);
      if (access.covers(Access.MANAGER)) {
        readers.put(member, Scope.all(organization));
      } else if (access.covers(Access.LEADER)) {
        Scope led = led(organization, member, day);
        if (!led.isAll()) {
          readers.put(member, led);
        }
      }
    }
    return readers;
  }

  private static Scope led(Organization organization, Member leader, LocalDate day) {
    var led = organization.ledUnitIds(leader.id(), day);
    return new Scope(
        organization,
        organization.units().active(day).stream()
            .filter(unit -> led.contains(unit.id()))
            .filter(unit -> unit.parentId() == null || !led.contains(unit.parentId()))
            .toList());
  }

  private void enqueue(
      String name, Organization organization, LocalDate day, Conversation chat, String text) {
    outbox.enqueue(
        new Post(
            String.join("|", name, organization.id(), day.toString(), chat.key()),
            organization.id(),
            chat,
            Post.Lane.BOARD,
            OutboundMessage.text(text)));
  }

  /** The channel of the organization's first group, which private posts prefer. */
  private static String channel(Organization organization) {
    List<ChatGroup> groups = organization.groups();
    return groups.isEmpty() ? "" : groups.get(0).conversation().channel();
  }
}
