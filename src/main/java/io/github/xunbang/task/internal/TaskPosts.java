package io.github.xunbang.task.internal;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.Mention;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.Member;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.outbox.Post.Lane;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells people in private what concerns them; somebody who never spoke cannot be told. */
@Component
class TaskPosts {

  private final OutboxService outbox;

  TaskPosts(OutboxService outbox) {
    this.outbox = outbox;
  }

  /**
   * Tells one member once.
   *
   * @param saidIn where the matter came up, which prefers that channel; or null
   * @param key what makes the post the same when it comes again
   */
  void tell(
      String organizationId,
      Member member,
      @Nullable Conversation saidIn,
      String key,
      String text) {
    member
        .privateChat(saidIn == null ? "" : saidIn.channel())
        .ifPresent(
            chat ->
                outbox.enqueue(
                    new Post(
                        "task|" + organizationId + "|" + key + "|" + member.id(),
                        organizationId,
                        chat,
                        Lane.REMINDER,
                        OutboundMessage.text(text))));
  }

  /** An answer that notifies these people where the channel of {@code conversation} knows them. */
  static OutboundMessage mentioning(String text, List<Member> members, Conversation conversation) {
    if (!conversation.isGroup()) {
      return OutboundMessage.text(text);
    }
    String prefix = conversation.channel() + ":";
    List<Mention> mentions =
        members.stream()
            .flatMap(
                member ->
                    member.identities().stream()
                        .filter(identity -> identity.startsWith(prefix))
                        .limit(1)
                        .flatMap(
                            identity ->
                                Stream.of(
                                    new Mention(
                                        identity.substring(prefix.length()), member.name()))))
            .toList();
    return new OutboundMessage(text, mentions, List.of());
  }
}
