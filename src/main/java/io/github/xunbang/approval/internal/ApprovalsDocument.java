package io.github.xunbang.approval.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What waits for a decision in one organization, and what was decided last; {@code revision} guards
 * each write.
 *
 * @param id organization
 */
@Document("approvals")
record ApprovalsDocument(
    @Id String id, long revision, int lastNumber, @Nullable List<RequestPart> requests) {

  static ApprovalsDocument of(String organizationId, long revision, Register register) {
    return new ApprovalsDocument(
        organizationId,
        revision,
        register.lastNumber(),
        register.requests().stream().map(RequestPart::of).toList());
  }

  Register toRegister() {
    List<RequestPart> parts = requests == null ? List.of() : requests;
    return new Register(lastNumber, parts.stream().map(part -> part.toRequest(id)).toList());
  }
}
