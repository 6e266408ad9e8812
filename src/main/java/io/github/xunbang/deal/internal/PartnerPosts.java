package io.github.xunbang.deal.internal;

import io.github.xunbang.deal.Deal;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells owners and collaborators about shares: in private, or in the group who has no private chat.
 */
@Component
class PartnerPosts {

  private final OutboxService outbox;

  PartnerPosts(OutboxService outbox) {
    this.outbox = outbox;
  }

  /** The owner reads it in private, unless it was said in the owner's own chat. */
  void tellOwner(
      Organization organization,
      Deal deal,
      @Nullable Conversation said,
      @Nullable Conversation group,
      String what,
      String text) {
    organization
        .member(deal.ownerId())
        .ifPresent(owner -> tell(organization, deal, owner, said, group, what, text));
  }

  /** One post per {@code what}. */
  void tell(
      Organization organization,
      Deal deal,
      Member member,
      @Nullable Conversation said,
      @Nullable Conversation group,
      String what,
      String text) {
    String channel = said != null ? said.channel() : group != null ? group.channel() : "";
    Conversation chat = member.privateChat(channel).orElse(group);
    if (chat == null) {
      return;
    }
    String key =
        String.join(
            "|", PartnerQuestions.KIND, organization.id(), "" + deal.number(), member.id(), what);
    OutboundMessage message =
        chat.isGroup()
            ? new OutboundMessage(
                "@" + member.name() + " " + text,
                SigningAnswers.mention(member, chat).stream().toList(),
                List.of())
            : OutboundMessage.text(text);
    outbox.enqueue(new Post(key, organization.id(), chat, Post.Lane.REMINDER, message));
  }
}
