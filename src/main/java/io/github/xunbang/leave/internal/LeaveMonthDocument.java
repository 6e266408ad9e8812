package io.github.xunbang.leave.internal;

import io.github.xunbang.storage.GuardedDocument;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Who is off on which days of one month: made from the members' documents, so that a whole
 * organization costs one small read.
 *
 * @param id organization, a bar, year and month
 */
@Document("leave_months")
record LeaveMonthDocument(
    @Id String id, String organizationId, long revision, @Nullable List<DaysOfMember> members)
    implements GuardedDocument {

  /**
   * One member's days off; bit 0 is the first of the month.
   *
   * @param days whole days
   * @param mornings days of which only the morning is off, absent when there are none
   * @param afternoons likewise
   */
  record DaysOfMember(
      String memberId, int days, @Nullable Integer mornings, @Nullable Integer afternoons) {

    static DaysOfMember of(String memberId, AwayDays away) {
      int days = away.days();
      return new DaysOfMember(
          memberId, days, orNull(away.mornings() & ~days), orNull(away.afternoons() & ~days));
    }

    AwayDays toAway() {
      return new AwayDays(
          days | Objects.requireNonNullElse(mornings, 0),
          days | Objects.requireNonNullElse(afternoons, 0));
    }

    private static @Nullable Integer orNull(int bits) {
      return bits == 0 ? null : bits;
    }
  }

  static LeaveMonthDocument of(
      String id, String organizationId, long revision, Map<String, AwayDays> days) {
    return new LeaveMonthDocument(
        id,
        organizationId,
        revision,
        days.entrySet().stream()
            .map(entry -> DaysOfMember.of(entry.getKey(), entry.getValue()))
            .toList());
  }

  Map<String, AwayDays> toDays() {
    List<DaysOfMember> all = members == null ? List.of() : members;
    return all.stream().collect(Collectors.toMap(DaysOfMember::memberId, DaysOfMember::toAway));
  }
}
