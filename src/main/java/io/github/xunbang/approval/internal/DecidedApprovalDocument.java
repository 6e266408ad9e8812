package io.github.xunbang.approval.internal;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A request decided long ago, kept readable.
 *
 * @param id organization, a bar, number
 */
@Document("approvals_decided")
record DecidedApprovalDocument(@Id String id, String organizationId, RequestPart request) {

  static DecidedApprovalDocument of(Request request) {
    String organizationId = request.approval().organizationId();
    return new DecidedApprovalDocument(
        id(organizationId, request.number()), organizationId, RequestPart.of(request));
  }

  static String id(String organizationId, int number) {
    return organizationId + "|" + number;
  }
}
