package io.github.xunbang.customer.internal;

import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.outbox.Post.Lane;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What one person reads in private, once per key. */
@Component
class PrivateNotices {

  private final OutboxService outbox;

  PrivateNotices(OutboxService outbox) {
    this.outbox = outbox;
  }

  /**
   * Posts to the member's private chat; somebody who has never spoken reads nothing.
   *
   * @param channel where the matter came up, or empty
   */
  void tell(Organization organization, Member member, String channel, String key, String text) {
    member
        .privateChat(channel)
        .ifPresent(
            chat ->
                outbox.enqueue(
                    new Post(
                        "customer|" + organization.id() + "|" + key + "|" + member.id(),
                        organization.id(),
                        chat,
                        Lane.REMINDER,
                        OutboundMessage.text(text))));
  }

  /** Posts to those who lead the member on {@code day}, or to the managers when nobody does. */
  void tellLeaders(
      Organization organization, Member member, LocalDate day, String key, String text) {
    leaders(organization, member, day).forEach(leader -> tell(organization, leader, "", key, text));
  }

  private static List<Member> leaders(Organization organization, Member member, LocalDate day) {
    List<Member> others =
        organization.activeMembers(day).stream()
            .filter(one -> !one.id().equals(member.id()))
            .toList();
    List<Member> leaders =
        others.stream().filter(one -> organization.leads(one.id(), member, day)).toList();
    return leaders.isEmpty()
        ? others.stream()
            .filter(
                one ->
                    organization
                        .accessOn(one, day)
                        .covers(io.github.xunbang.command.Access.MANAGER))
            .toList()
        : leaders;
  }
}
