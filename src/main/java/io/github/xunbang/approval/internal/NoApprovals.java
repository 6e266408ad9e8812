package io.github.xunbang.approval.internal;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.approval.Approvals;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Until 批准 exists. */
@Service
class NoApprovals implements Approvals {

  @Override
  public Approval request(
      Caller requester,
      String key,
      String kind,
      String title,
      Map<String, String> data,
      Access needed,
      @Nullable String subjectMemberId,
      Instant at) {
    throw new IllegalStateException("No approvals yet");
  }

  @Override
  public List<Approval> open(String organizationId) {
    return List.of();
  }

  @Override
  public void withdraw(String organizationId, int number) {}
}
