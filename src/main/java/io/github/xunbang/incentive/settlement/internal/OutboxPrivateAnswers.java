package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import io.github.xunbang.incentive.settlement.PrivateAnswers;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends the answer to the asker's private chat through the outbox, once per message. */
@Component
class OutboxPrivateAnswers implements PrivateAnswers {

  private static final String SENT = "已私信你。";
  private static final String NO_FILES = "\n这里发不了文件，表没有发出。请在能收文件的渠道里再发一次同样的话。";
  private static final String ASK = "这个只私下说：请私聊我再发一次同样的话。";

  private final OrganizationService organizations;
  private final OutboxService outbox;
  private final PrivateChats chats;

  OutboxPrivateAnswers(
      OrganizationService organizations, OutboxService outbox, PrivateChats chats) {
    this.organizations = organizations;
    this.outbox = outbox;
    this.chats = chats;
  }

  @Override
  public Reply answer(CommandCall call, OutboundMessage message) {
    Caller caller = call.caller();
    if (!caller.conversation().isGroup()) {
      return new Reply(List.of(shown(caller.conversation(), message)));
    }
    Optional<Conversation> chat = chat(caller);
    chat.ifPresent(
        open ->
            outbox.enqueue(
                new Post(
                    "private-answer|" + call.message().key(),
                    caller.organization(),
                    open,
                    Post.Lane.REPLY,
                    shown(open, message))));
    return Reply.text(chat.isPresent() ? SENT : ASK);
  }

  /** What is left of the message in this chat: said plainly instead of dropped. */
  private OutboundMessage shown(Conversation chat, OutboundMessage message) {
    return message.attachments().isEmpty() || chats.takesFiles(chat)
        ? message
        : OutboundMessage.text(message.text() + NO_FILES);
  }

  private Optional<Conversation> chat(Caller caller) {
    String memberId = caller.memberId();
    return memberId == null
        ? Optional.empty()
        : organizations
            .get(caller.organization())
            .member(memberId)
            .flatMap(member -> chats.of(member, caller.conversation().channel()));
  }
}
