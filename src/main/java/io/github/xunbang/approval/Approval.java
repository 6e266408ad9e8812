package io.github.xunbang.approval;

import io.github.xunbang.command.Access;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a leader or manager has to allow: leave, a late figure, a correction. Survives
 * restarts; answered with 批准 3 or 驳回 3 理由.
 *
 * @param organizationId whose
 * @param number short, counted per organization; people type it
 * @param kind whose {@link ApprovalHandler} takes the decision
 * @param requesterId the member who asks
 * @param title what it is about, in a few Chinese words: {@code 张敏 请假 12月4日}
 * @param data what the handler needs to go on, small strings
 * @param needed the least level that may decide
 * @param subjectMemberId the member it concerns; their leader may decide when {@code needed} is
 *     LEADER; null when only managers may
 * @param askedAt business instant
 */
public record Approval(
    String organizationId,
    int number,
    String kind,
    String requesterId,
    String title,
    Map<String, String> data,
    Access needed,
    @Nullable String subjectMemberId,
    Instant askedAt) {

  /** Key in {@link #data()} of the requester's own words; deciders read them in private. */
  public static final String REASON = "reason";

  public Approval {
    data = Map.copyOf(data);
  }
}
