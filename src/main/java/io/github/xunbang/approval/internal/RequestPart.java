package io.github.xunbang.approval.internal;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.approval.internal.QuestionsDocument.Datum;
import io.github.xunbang.command.Access;
import io.github.xunbang.message.Conversation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A {@link Request} as it is stored. */
record RequestPart(
    int number,
    String kind,
    String requesterId,
    String title,
    @Nullable List<Datum> data,
    Access needed,
    @Nullable String subjectMemberId,
    Instant askedAt,
    String key,
    Conversation askedIn,
    String requesterUserId,
    @Nullable Decision decision) {

  static RequestPart of(Request request) {
    Approval approval = request.approval();
    return new RequestPart(
        approval.number(),
        approval.kind(),
        approval.requesterId(),
        approval.title(),
        approval.data().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> new Datum(entry.getKey(), entry.getValue()))
            .toList(),
        approval.needed(),
        approval.subjectMemberId(),
        approval.askedAt(),
        request.key(),
        request.askedIn(),
        request.requesterUserId(),
        request.decision());
  }

  Request toRequest(String organizationId) {
    List<Datum> pieces = data == null ? List.of() : data;
    Approval approval =
        new Approval(
            organizationId,
            number,
            kind,
            requesterId,
            title,
            pieces.stream().collect(Collectors.toMap(Datum::key, Datum::value)),
            needed,
            subjectMemberId,
            askedAt);
    return new Request(approval, key, askedIn, requesterUserId, decision);
  }
}
