package io.github.xunbang.outbox;

import io.github.xunbang.message.Attachment;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.Mention;
import io.github.xunbang.message.OutboundMessage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A post as stored.
 *
 * @param sequence order within its lane: real time in microseconds, made unique by counting on
 * @param createdAt business time
 * @param partBytes the size by which the text was first split, so that parts stay the same; 0
 *     before
 * @param partsSent parts that the platform has taken
 * @param attempts refusals so far
 * @param nextTryAt real time before which it is left alone
 * @param owner the instance that sends it
 * @param leaseUntil real time after which a SENDING post counts as cut off
 * @param finishedAt business time at which it became SENT, FAILED, UNKNOWN or STALE
 * @param heading the line under which posts of the same heading are said together, which may be
 *     empty, or null for a post that is said alone
 * @param toldAs the number under which its end in FAILED or UNKNOWN was told, or null before
 * @param retriedBy key of the message that last had it sent again
 * @param goodUntil business time from which it is dropped, or null
 * @param v version of this record's shape
 */
@Document("outbox")
record PostDocument(
    @Id String id,
    String organizationId,
    String channel,
    String conversationId,
    Conversation.Kind conversationKind,
    Post.Lane lane,
    long sequence,
    Instant createdAt,
    String text,
    @Nullable List<Mention> mentions,
    @Nullable List<StoredAttachment> attachments,
    PostState state,
    int partBytes,
    int partsSent,
    int attempts,
    @Nullable String lastError,
    @Nullable Instant nextTryAt,
    @Nullable String owner,
    @Nullable Instant leaseUntil,
    @Nullable Instant finishedAt,
    @Nullable String heading,
    @Nullable Integer toldAs,
    @Nullable String retriedBy,
    @Nullable Instant goodUntil,
    int v) {

  private static final int SHAPE = 1;

  /** A picture or file inside the post. */
  record StoredAttachment(Attachment.Kind kind, String name, byte[] content) {}

  static PostDocument queued(Post post, long sequence, Instant createdAt) {
    return queued(post, sequence, createdAt, null, null);
  }

  /** A post that waits until {@code notBefore}, real time, for others with its heading. */
  static PostDocument queued(
      Post post,
      long sequence,
      Instant createdAt,
      @Nullable String heading,
      @Nullable Instant notBefore) {
    Conversation to = post.conversation();
    OutboundMessage message = post.message();
    return new PostDocument(
        post.key(),
        post.organizationId(),
        to.channel(),
        to.id(),
        to.kind(),
        post.lane(),
        sequence,
        createdAt,
        message.text(),
        message.mentions(),
        message.attachments().stream()
            .map(it -> new StoredAttachment(it.kind(), it.name(), it.content()))
            .toList(),
        PostState.QUEUED,
        0,
        0,
        0,
        null,
        notBefore,
        null,
        null,
        null,
        heading,
        null,
        null,
        post.goodUntil(),
        SHAPE);
  }

  /** The same post with another form of its text. */
  PostDocument withText(String other) {
    return new PostDocument(
        id,
        organizationId,
        channel,
        conversationId,
        conversationKind,
        lane,
        sequence,
        createdAt,
        other,
        mentions,
        attachments,
        state,
        partBytes,
        partsSent,
        attempts,
        lastError,
        nextTryAt,
        owner,
        leaseUntil,
        finishedAt,
        heading,
        toldAs,
        retriedBy,
        goodUntil,
        v);
  }

  /** Whether it comes too late; what has begun to appear, or was asked for again, never does. */
  boolean isStale(Instant businessNow) {
    return goodUntil != null
        && !businessNow.isBefore(goodUntil)
        && partsSent == 0
        && retriedBy == null;
  }

  Conversation conversation() {
    return new Conversation(channel, conversationId, conversationKind);
  }

  OutboundMessage message() {
    List<Attachment> files =
        attachments == null
            ? List.of()
            : attachments.stream()
                .map(it -> new Attachment(it.kind(), it.name(), it.content()))
                .toList();
    return new OutboundMessage(text, mentions == null ? List.of() : mentions, files);
  }
}
