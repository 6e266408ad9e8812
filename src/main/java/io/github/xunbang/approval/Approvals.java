package io.github.xunbang.approval;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores what waits for 批准 or 驳回, and tells those who may decide. */
public interface Approvals {

  /**
   * Stores a request durably, tells those who may decide in private where that is possible, and
   * returns it with its number. The same {@code key} again returns the stored request.
   *
   * @param requester who asks, enrolled
   * @param key idempotency key, the message key
   * @param subjectMemberId see {@link Approval#subjectMemberId()}
   */
  Approval request(
      Caller requester,
      String key,
      String kind,
      String title,
      Map<String, String> data,
      Access needed,
      @Nullable String subjectMemberId,
      Instant at);

  /** What waits in the organization, oldest first. */
  List<Approval> open(String organizationId);

  /** Takes a request back, for example when its author withdrew it; no effect when decided. */
  void withdraw(String organizationId, int number);
}
