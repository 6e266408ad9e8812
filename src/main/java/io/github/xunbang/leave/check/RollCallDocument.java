package io.github.xunbang.leave.check;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.storage.GuardedDocument;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The roll calls of one organization's day; {@code revision} guards each write.
 *
 * @param id organization, a bar, ISO day
 */
@Document("roll_calls")
record RollCallDocument(
    @Id String id, String organizationId, long revision, @Nullable List<CallPart> calls)
    implements GuardedDocument {

  /** One call; a conversation is its channel and id. */
  record CallPart(
      String key,
      int number,
      String label,
      Instant from,
      Instant until,
      String leaderChannel,
      String leaderId,
      String groupChannel,
      String groupId,
      @Nullable List<String> members) {

    static CallPart of(RollCall call) {
      return new CallPart(
          call.key(),
          call.number(),
          call.label(),
          call.from(),
          call.until(),
          call.leader().channel(),
          call.leader().id(),
          call.group().channel(),
          call.group().id(),
          call.members());
    }

    RollCall toCall() {
      return new RollCall(
          key,
          number,
          label,
          from,
          until,
          Conversation.privateChat(leaderChannel, leaderId),
          Conversation.group(groupChannel, groupId),
          members == null ? List.of() : members);
    }
  }

  static RollCallDocument of(String id, String organizationId, long revision, RollCallDay day) {
    return new RollCallDocument(
        id, organizationId, revision, day.calls().stream().map(CallPart::of).toList());
  }

  RollCallDay toDay() {
    List<CallPart> parts = calls == null ? List.of() : calls;
    return new RollCallDay(parts.stream().map(CallPart::toCall).toList());
  }
}
