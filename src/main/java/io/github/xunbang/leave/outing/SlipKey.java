package io.github.xunbang.leave.outing;

import java.time.LocalDate;
import java.time.YearMonth;

/** Whose slips of which month; names the document. */
record SlipKey(String organizationId, String memberId, YearMonth month) {

  static SlipKey of(String organizationId, String memberId, LocalDate day) {
    return new SlipKey(organizationId, memberId, YearMonth.from(day));
  }

  String id() {
    return organizationId + "|" + memberId + "|" + month;
  }
}
