package io.github.xunbang.leave.internal;

import io.github.xunbang.storage.GuardedDocument;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One member's leave that begins in one year: the truth. {@code revision} guards each write.
 *
 * @param id organization, member and year, with bars between
 */
@Document("leave")
record LeaveDocument(
    @Id String id,
    String organizationId,
    long revision,
    @Nullable List<LeavePart> leaves,
    @Nullable List<LeaveEntry> entries)
    implements GuardedDocument {

  /**
   * Dates are ISO text, so that no zone can shift them.
   *
   * @param fromNoon the first day is worked until noon; absent for leave of whole days
   * @param untilNoon the last day is worked from noon on; absent likewise
   */
  record LeavePart(
      String id,
      String first,
      String last,
      String kind,
      String reason,
      Leave.State state,
      int approvalNumber,
      @Nullable Boolean fromNoon,
      @Nullable Boolean untilNoon) {

    static LeavePart of(Leave leave) {
      return new LeavePart(
          leave.id(),
          leave.first().toString(),
          leave.last().toString(),
          leave.kind(),
          leave.reason(),
          leave.state(),
          leave.approvalNumber(),
          leave.span().startsAtNoon() ? true : null,
          leave.span().endsAtNoon() ? true : null);
    }

    Leave toLeave() {
      Span span =
          new Span(
              new HalfDay(LocalDate.parse(first), Boolean.TRUE.equals(fromNoon)),
              new HalfDay(LocalDate.parse(last), !Boolean.TRUE.equals(untilNoon)));
      return new Leave(id, span, kind, reason, state, approvalNumber);
    }
  }

  static LeaveDocument of(String id, String organizationId, long revision, LeaveYear year) {
    return new LeaveDocument(
        id,
        organizationId,
        revision,
        year.leaves().stream().map(LeavePart::of).toList(),
        year.entries());
  }

  LeaveYear toYear() {
    List<LeavePart> parts = leaves == null ? List.of() : leaves;
    return new LeaveYear(
        parts.stream().map(LeavePart::toLeave).toList(), entries == null ? List.of() : entries);
  }
}
