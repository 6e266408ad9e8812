package io.github.xunbang.reminder;

import io.github.xunbang.command.Access;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says something to those who run the organization. */
@Component
class ManagerNotes {

  private final Reach reach;
  private final OutboxService outbox;

  ManagerNotes(Reach reach, OutboxService outbox) {
    this.reach = reach;
    this.outbox = outbox;
  }

  /**
   * To each manager in private; in the groups where none of them can be reached so, since a note
   * that nobody reads is as good as none.
   *
   * @param key the same whenever the same note is made again
   */
  void tell(Organization organization, LocalDate day, String key, String text) {
    List<Conversation> privately =
        organization.activeMembers(day).stream()
            .filter(member -> organization.accessOn(member, day).covers(Access.MANAGER))
            .flatMap(member -> reach.privateChat(member).stream())
            .toList();
    List<Conversation> readers =
        privately.isEmpty()
            ? organization.groups().stream()
                .filter(ChatGroup::receivesPosts)
                .map(ChatGroup::conversation)
                .toList()
            : privately;
    readers.forEach(
        chat ->
            outbox.enqueue(
                new Post(
                    key + "|" + chat.key(),
                    organization.id(),
                    chat,
                    Post.Lane.REMINDER,
                    OutboundMessage.text(text))));
  }
}
