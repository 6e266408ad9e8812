package io.github.xunbang.boards;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.MonthLedger;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.PostingCheck;
import io.github.xunbang.metric.PostingResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Values in memory; what is pending appears when it is drained. */
public final class FakeLedger implements Ledger {

  private final Map<String, TreeMap<LocalDate, Map<String, BigDecimal>>> days = new HashMap<>();
  private final List<Runnable> pending = new ArrayList<>();

  /** How often sums were read. */
  public final AtomicInteger reads = new AtomicInteger();

  public synchronized FakeLedger put(String subject, String day, String metric, String value) {
    sheet(subject, LocalDate.parse(day)).put(metric, new BigDecimal(value));
    return this;
  }

  /** Leaves an empty sheet, as an undone report does. */
  public synchronized void undo(String subject, String day) {
    sheet(subject, LocalDate.parse(day)).clear();
  }

  public synchronized void pending(String subject, String day, String metric, String value) {
    pending.add(() -> put(subject, day, metric, value));
  }

  private Map<String, BigDecimal> sheet(String subject, LocalDate day) {
    return days.computeIfAbsent(subject, s -> new TreeMap<>())
        .computeIfAbsent(day, d -> new HashMap<>());
  }

  @Override
  public synchronized Map<String, PeriodFigures> figures(
      String organizationId, Collection<String> subjectIds, Period period) {
    reads.incrementAndGet();
    Map<String, PeriodFigures> figures = new HashMap<>();
    for (String subject : subjectIds) {
      Map<String, BigDecimal> sums = new HashMap<>();
      int reported = 0;
      for (var day :
          days.getOrDefault(subject, new TreeMap<>())
              .subMap(period.start(), true, period.end(), true)
              .values()) {
        reported += day.isEmpty() ? 0 : 1;
        day.forEach((metric, value) -> sums.merge(metric, value, BigDecimal::add));
      }
      if (reported > 0) {
        figures.put(subject, new PeriodFigures(subject, reported, sums));
      }
    }
    return figures;
  }

  @Override
  public synchronized Map<String, DaySheet> day(
      String organizationId, Collection<String> subjectIds, LocalDate day) {
    Map<String, DaySheet> sheets = new HashMap<>();
    for (String subject : subjectIds) {
      Map<String, BigDecimal> values = days.getOrDefault(subject, new TreeMap<>()).get(day);
      if (values != null) {
        sheets.put(subject, new DaySheet(day, values, Map.of(), List.of()));
      }
    }
    return sheets;
  }

  @Override
  public synchronized void drainPending(String organizationId) {
    pending.forEach(Runnable::run);
    pending.clear();
  }

  @Override
  public PostingResult post(Posting posting, PostingCheck check) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<MonthLedger> month(String organizationId, String subjectId, YearMonth month) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(String organizationId) {
    throw new UnsupportedOperationException();
  }
}
