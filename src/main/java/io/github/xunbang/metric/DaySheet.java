package io.github.xunbang.metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One subject's one business day.
 *
 * @param day business day
 * @param values current value by metric id; an absent metric was never reported, zero was
 * @param notes current sections
 * @param entries everything that happened, oldest first
 */
public record DaySheet(
    LocalDate day,
    Map<String, BigDecimal> values,
    Map<SubjectChange.Section, String> notes,
    List<LedgerEntry> entries) {

  public DaySheet {
    values = Map.copyOf(values);
    notes = Map.copyOf(notes);
    entries = List.copyOf(entries);
  }

  /** Whether it holds only imported figures, which stand for a longer period than the day. */
  public boolean isImported() {
    return !entries.isEmpty()
        && entries.stream().allMatch(entry -> entry.reason() == LedgerEntry.Reason.IMPORT);
  }
}
