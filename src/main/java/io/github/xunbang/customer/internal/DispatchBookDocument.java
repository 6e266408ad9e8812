package io.github.xunbang.customer.internal;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.storage.GuardedDocument;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The dispatch forms of one organization: the truth. {@code revision} guards each write.
 *
 * @param id the organization's id
 */
@Document("dispatches")
record DispatchBookDocument(
    @Id String id, long revision, int next, @Nullable List<DispatchPart> dispatches)
    implements GuardedDocument {

  /** Dates are ISO text, so that no zone can shift them. */
  record DispatchPart(
      String key,
      int number,
      int customerNumber,
      String customer,
      @Nullable String task,
      String fromId,
      @Nullable String toId,
      @Nullable String groupChannel,
      @Nullable String groupId,
      String toName,
      String sentOn,
      Dispatch.State state,
      @Nullable String takenById,
      @Nullable String answeredBy,
      @Nullable String closedOn) {

    static DispatchPart of(Dispatch one) {
      Conversation group = one.toGroup();
      LocalDate closedOn = one.closedOn();
      return new DispatchPart(
          one.key(),
          one.number(),
          one.customerNumber(),
          one.customer(),
          one.task(),
          one.fromId(),
          one.toId(),
          group == null ? null : group.channel(),
          group == null ? null : group.id(),
          one.toName(),
          one.sentOn().toString(),
          one.state(),
          one.takenById(),
          one.answeredBy(),
          closedOn == null ? null : closedOn.toString());
    }

    Dispatch toDispatch() {
      return new Dispatch(
          key,
          number,
          customerNumber,
          customer,
          task == null ? "" : task,
          fromId,
          toId,
          groupChannel == null || groupId == null
              ? null
              : Conversation.group(groupChannel, groupId),
          toName,
          LocalDate.parse(sentOn),
          state,
          takenById,
          answeredBy,
          closedOn == null ? null : LocalDate.parse(closedOn));
    }
  }

  static DispatchBookDocument of(String organizationId, long revision, DispatchBook book) {
    return new DispatchBookDocument(
        organizationId, revision, book.next(), book.all().stream().map(DispatchPart::of).toList());
  }

  DispatchBook toBook() {
    List<DispatchPart> parts = dispatches == null ? List.of() : dispatches;
    return new DispatchBook(next, parts.stream().map(DispatchPart::toDispatch).toList());
  }
}
