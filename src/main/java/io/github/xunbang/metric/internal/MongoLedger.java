package io.github.xunbang.metric.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.MonthLedger;
import io.github.xunbang.metric.OwedFigures;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.PostingCheck;
import io.github.xunbang.metric.PostingResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The ledger on MongoDB: how documents are read; {@link LedgerWriter} says how they are written.
 */
@Service
class MongoLedger implements Ledger {

  private static final Logger log = LoggerFactory.getLogger(MongoLedger.class);

  private final LedgerRepository books;
  private final LedgerSumsRepository sums;
  private final PendingRepository pending;
  private final FigureMarksRepository marks;
  private final LedgerWriter writer;
  private final MongoMetricCatalog catalog;
  private final ObjectProvider<OwedFigures> owing;

  MongoLedger(
      LedgerRepository books,
      LedgerSumsRepository sums,
      PendingRepository pending,
      FigureMarksRepository marks,
      LedgerWriter writer,
      MongoMetricCatalog catalog,
      ObjectProvider<OwedFigures> owing) {
    this.books = books;
    this.sums = sums;
    this.pending = pending;
    this.marks = marks;
    this.writer = writer;
    this.catalog = catalog;
    this.owing = owing;
  }

  @Override
  public PostingResult post(Posting posting, PostingCheck check) {
    return writer.post(posting, check);
  }

  @Override
  public Optional<MonthLedger> month(String organizationId, String subjectId, YearMonth month) {
    return books.find(new BookKey(organizationId, subjectId, month)).map(MonthBook::ledger);
  }

  @Override
  public Map<String, PeriodFigures> figures(
      String organizationId, Collection<String> subjectIds, Period period) {
    return sums.figures(organizationId, subjectIds, period);
  }

  @Override
  public Map<String, DaySheet> day(
      String organizationId, Collection<String> subjectIds, LocalDate day) {
    return sums.day(organizationId, subjectIds, day);
  }

  @Override
  public Map<String, Map<LocalDate, Map<String, BigDecimal>>> dayValues(
      String organizationId, Collection<String> subjectIds, Period period) {
    return sums.dayValues(organizationId, subjectIds, period);
  }

  @Override
  public Map<String, List<DaySheet>> sheets(
      String organizationId, Collection<String> subjectIds, Period period) {
    return sums.sheets(organizationId, subjectIds, period);
  }

  @Override
  public void drainPending(String organizationId) {
    pending.all(organizationId).forEach(this::finish);
    owing.orderedStream().forEach(room -> room.post(organizationId));
  }

  /** Finishes what a crash left half applied, before anybody asks for it. */
  @EventListener(ApplicationReadyEvent.class)
  void drainAllPending() {
    pending.all(null).forEach(this::finish);
  }

  private void finish(Posting posting) {
    log.info(
        "Finishing an interrupted posting: organization={} message={}",
        posting.organizationId(),
        posting.messageKey());
    writer.settle(posting);
  }

  @Override
  public void delete(String organizationId) {
    pending.deleteAll(organizationId);
    books.deleteAll(organizationId);
    marks.delete(organizationId);
    catalog.delete(organizationId);
  }
}
