package io.github.xunbang.metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    List<LedgerEntry> typed = typed();
    return !typed.isEmpty()
        && typed.stream().allMatch(entry -> entry.reason() == LedgerEntry.Reason.IMPORT);
  }

  /** The values that were typed, without those that only deals or customers wrote. */
  public Map<String, BigDecimal> reportedValues() {
    List<LedgerEntry> typed = typed();
    if (typed.size() == entries.size()) {
      return values;
    }
    Map<String, BigDecimal> reported = new HashMap<>(values);
    reported
        .keySet()
        .removeIf(
            metric ->
                entries.stream().anyMatch(entry -> entry.changes(metric))
                    && typed.stream().noneMatch(entry -> entry.changes(metric)));
    return reported;
  }

  /** Whether a report stands here: credits of deals and an undone report are none. */
  public boolean isReported() {
    return !notes.isEmpty() || !reportedValues().isEmpty();
  }

  /** What deals and customers have added to the day's value of a metric, 0 without them. */
  public BigDecimal credits(String metricId) {
    return entries.stream()
        .filter(entry -> entry.reason().isCredit())
        .flatMap(entry -> entry.steps().stream())
        .filter(step -> step.metricId().equals(metricId))
        .map(step -> orZero(step.after()).subtract(orZero(step.before())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal orZero(@Nullable BigDecimal value) {
    return value == null ? BigDecimal.ZERO : value;
  }

  private List<LedgerEntry> typed() {
    return entries.stream().filter(entry -> !entry.reason().isCredit()).toList();
  }
}
