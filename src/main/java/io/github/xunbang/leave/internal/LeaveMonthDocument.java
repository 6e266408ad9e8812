package io.github.xunbang.leave.internal;

import java.util.List;
import java.util.Map;
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
    @Id String id, String organizationId, long revision, @Nullable List<DaysOfMember> members) {

  /**
   * One member's days off.
   *
   * @param days bit 0 is the first of the month
   */
  record DaysOfMember(String memberId, int days) {}

  static LeaveMonthDocument of(
      String id, String organizationId, long revision, Map<String, Integer> days) {
    return new LeaveMonthDocument(
        id,
        organizationId,
        revision,
        days.entrySet().stream()
            .map(entry -> new DaysOfMember(entry.getKey(), entry.getValue()))
            .toList());
  }

  Map<String, Integer> toDays() {
    List<DaysOfMember> all = members == null ? List.of() : members;
    return all.stream().collect(Collectors.toMap(DaysOfMember::memberId, DaysOfMember::days));
  }
}
