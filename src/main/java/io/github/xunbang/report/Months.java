package io.github.xunbang.report;

import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.MonthLedger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/** A subject's month of the ledger, empty when nothing was posted. */
final class Months {

  private Months() {}

  static MonthLedger of(Ledger ledger, String organizationId, String subjectId, LocalDate day) {
    YearMonth month = YearMonth.from(day);
    return ledger
        .month(organizationId, subjectId, month)
        .orElseGet(
            () -> new MonthLedger(organizationId, subjectId, month, 0, Map.of(), Map.of(), null));
  }
}
