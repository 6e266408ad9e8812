package io.github.xunbang.metric.internal;

import static io.github.xunbang.metric.internal.LedgerPostings.ORG;
import static io.github.xunbang.metric.internal.LedgerPostings.add;
import static io.github.xunbang.metric.internal.LedgerPostings.change;
import static io.github.xunbang.metric.internal.LedgerPostings.clear;
import static io.github.xunbang.metric.internal.LedgerPostings.credit;
import static io.github.xunbang.metric.internal.LedgerPostings.day;
import static io.github.xunbang.metric.internal.LedgerPostings.posting;
import static io.github.xunbang.metric.internal.LedgerPostings.postingAt;
import static io.github.xunbang.metric.internal.LedgerPostings.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.metric.LedgerEntry.Step;
import io.github.xunbang.metric.MonthLedger;
import io.github.xunbang.metric.MonthLedger.History;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.PostingCheck;
import io.github.xunbang.metric.PostingResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoLedgerIT {

  private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

  private final LedgerFixture fixture = new LedgerFixture();
  private final MongoLedger ledger = fixture.ledger;

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void creditsOfDealsAddUpOverDaysPeopleAndMonthsOnce() {
    ledger.post(credit("d1", change("m1", "2026-12-03", add("qiandan", "1"))), PostingCheck.NONE);
    Posting split =
        credit(
            "d2",
            change("m1", "2026-12-03", add("qiandan", "0.5")),
            change("m1", "2026-12-04", add("qiandan", "-2")),
            change("m1", "2026-11-30", add("huikuan", "100")),
            change("m2", "2026-12-03", add("qiandan", "0.5")));

    ledger.post(split, PostingCheck.NONE);
    PostingResult again = ledger.post(split, PostingCheck.NONE);

    assertThat(again.replayed()).isTrue();
    MonthLedger december = ledger.month(ORG, "m1", DECEMBER).orElseThrow();
    assertThat(december.value(day("2026-12-03"), "qiandan")).contains(new BigDecimal("1.5"));
    assertThat(december.value(day("2026-12-04"), "qiandan")).contains(new BigDecimal("-2"));
    assertThat(december.day(day("2026-12-03")).orElseThrow().entries()).hasSize(2);
    assertThat(ledger.month(ORG, "m1", YearMonth.of(2026, 11))).isPresent();
    assertThat(ledger.month(ORG, "m2", DECEMBER)).isPresent();
  }

  @Test
  void aCreditHasAValueAndIsNoReportedDay() {
    Period month = Period.containing(PeriodType.MONTH, day("2026-12-03"));
    Period week = Period.containing(PeriodType.WEEK, day("2026-12-03"));
    ledger.post(credit("d1", change("m1", "2026-12-03", add("qiandan", "1"))), PostingCheck.NONE);

    for (Period period : List.of(month, week)) {
      PeriodFigures figures = ledger.figures(ORG, List.of("m1"), period).get("m1");
      assertThat(figures.reportedDays()).isZero();
      assertThat(figures.sums()).containsOnlyKeys("qiandan");
    }

    ledger.post(posting("r1", change("m1", "2026-12-03", set("yixiang", "5"))), PostingCheck.NONE);
    for (Period period : List.of(month, week)) {
      assertThat(ledger.figures(ORG, List.of("m1"), period).get("m1").reportedDays()).isOne();
    }

    ledger.post(posting("r2", change("m1", "2026-12-03", clear("yixiang"))), PostingCheck.NONE);
    for (Period period : List.of(month, week)) {
      assertThat(ledger.figures(ORG, List.of("m1"), period).get("m1").reportedDays()).isZero();
    }
  }

  @Test
  void guardsAndTheDayBeforeKnowNothingOfCredits() {
    ledger.post(posting("r1", change("m1", "2026-11-27", set("yixiang", "5"))), PostingCheck.NONE);
    ledger.post(credit("d1", change("m1", "2026-11-30", add("qiandan", "9"))), PostingCheck.NONE);
    ledger.post(credit("d2", change("m1", "2026-11-27", add("qiandan", "9"))), PostingCheck.NONE);

    ledger.post(posting("r2", change("m1", "2026-12-03", set("yixiang", "6"))), PostingCheck.NONE);

    MonthLedger december = ledger.month(ORG, "m1", DECEMBER).orElseThrow();
    assertThat(december.history()).containsOnlyKeys("yixiang");
    assertThat(december.previousDay().day()).isEqualTo(day("2026-11-27"));
    assertThat(december.previousDay().values()).containsOnlyKeys("yixiang");
  }

  @Test
  void aRepeatedMessageChangesNothingAndReturnsTheFirstOutcome() {
    Posting posting = posting("a", change("m1", "2026-12-03", add("yixiang", "5")));

    PostingResult first = ledger.post(posting, PostingCheck.NONE);
    PostingResult second = ledger.post(posting, PostingCheck.NONE);

    assertThat(first.replayed()).isFalse();
    assertThat(second.replayed()).isTrue();
    assertThat(second.posted()).isEqualTo(first.posted());
    assertThat(first.posted().get(0).entry().serial()).isEqualTo("261203-1");
  }

  @Test
  void sixteenDeliveriesOfOneMessageAtOnceCountOnce() throws Exception {
    Posting posting = posting("a", change("m1", "2026-12-03", add("yixiang", "5")));

    List<PostingResult> results = together(16, i -> ledger.post(posting, PostingCheck.NONE));

    assertThat(results).filteredOn(result -> !result.replayed()).hasSize(1);
    assertThat(month("m1").value(day("2026-12-03"), "yixiang")).contains(new BigDecimal(5));
  }

  @Test
  void sixteenMessagesToOneSubjectAtOnceAllCount() throws Exception {
    together(
        16,
        i ->
            ledger.post(
                posting("k" + i, change("m1", "2026-12-0" + (1 + i % 9), add("yeji", "1.5"))),
                PostingCheck.NONE));

    assertThat(month("m1").days().values()).flatExtracting(sheet -> sheet.entries()).hasSize(16);
    assertThat(sum("m1", PeriodType.XUN, "2026-12-03", "yeji")).isEqualByComparingTo("24");
    assertThat(sum("m1", PeriodType.MONTH, "2026-12-03", "yeji")).isEqualByComparingTo("24");
  }

  @Test
  void aRefusedPostingStoresNothing() {
    Posting posting =
        posting(
            "a",
            change("m1", "2026-12-03", set("yixiang", "5")),
            change("m2", "2026-12-03", set("yixiang", "99999")));
    PostingCheck refusingSecond =
        (change, before) -> {
          if (change.subjectId().equals("m2")) {
            throw new CommandRejectedException("太大");
          }
        };

    assertThatThrownBy(() -> ledger.post(posting, refusingSecond))
        .isInstanceOf(CommandRejectedException.class);

    assertThat(ledger.month(ORG, "m1", DECEMBER)).isEmpty();
    assertThat(fixture.pending.all(ORG)).isEmpty();
    assertThat(fixture.marks.holdsFigures(ORG)).isFalse();
  }

  @Test
  void aPostingInterruptedAfterItsCommitPointIsFinishedExactlyOnce() {
    Posting posting =
        posting(
            "a",
            change("m1", "2026-12-03", add("yixiang", "5")),
            change("m2", "2026-12-03", add("yixiang", "7")),
            change("m3", "2026-11-30", add("yixiang", "9")));
    MongoLedger dying = fixture.ledgerOver(new DyingRepository(fixture, 2));

    assertThatThrownBy(() -> dying.post(posting, PostingCheck.NONE)).hasMessage("killed");
    assertThat(ledger.month(ORG, "m2", DECEMBER)).isEmpty();
    ledger.drainPending(ORG);
    ledger.drainPending(ORG);
    PostingResult redelivered = ledger.post(posting, PostingCheck.NONE);

    assertThat(redelivered.replayed()).isTrue();
    assertThat(redelivered.posted())
        .extracting(posted -> posted.entry().day().toString())
        .containsExactly("2026-12-03", "2026-12-03", "2026-11-30");
    assertThat(month("m1").value(day("2026-12-03"), "yixiang")).contains(new BigDecimal(5));
    assertThat(month("m2").value(day("2026-12-03"), "yixiang")).contains(new BigDecimal(7));
    assertThat(sum("m3", PeriodType.MONTH, "2026-11-30", "yixiang")).isEqualByComparingTo("9");
    assertThat(fixture.pending.all(ORG)).isEmpty();
  }

  @Test
  void aRedeliveryFinishesAnInterruptedPostingItself() {
    Posting posting =
        posting(
            "a",
            change("m1", "2026-12-03", add("yixiang", "5")),
            change("m2", "2026-12-03", add("yixiang", "7")));
    MongoLedger dying = fixture.ledgerOver(new DyingRepository(fixture, 1));
    assertThatThrownBy(() -> dying.post(posting, PostingCheck.NONE)).hasMessage("killed");

    PostingResult redelivered = ledger.post(posting, PostingCheck.NONE);

    assertThat(redelivered.replayed()).isTrue();
    assertThat(redelivered.posted()).hasSize(2);
    assertThat(fixture.pending.all(ORG)).isEmpty();
  }

  @Test
  void aMessageRedeliveredAcrossTheTurnOfTheMonthCountsOnce() {
    Instant justBefore = Instant.parse("2026-11-30T19:59:59Z");
    Instant justAfter = Instant.parse("2026-11-30T20:00:30Z");
    ledger.post(
        postingAt(justBefore, "a", change("m1", "2026-11-30", set("yixiang", "5"))),
        PostingCheck.NONE);

    PostingResult again =
        ledger.post(
            postingAt(justAfter, "a", change("m1", "2026-12-01", set("yixiang", "5"))),
            PostingCheck.NONE);

    assertThat(again.replayed()).isTrue();
    assertThat(ledger.month(ORG, "m1", DECEMBER)).isEmpty();
  }

  @Test
  void aNewMonthKnowsWhatWasNormalBeforeEvenAfterAGap() {
    ledger.post(posting("a", change("m1", "2026-09-29", set("yixiang", "8"))), PostingCheck.NONE);
    ledger.post(posting("b", change("m1", "2026-09-30", set("yixiang", "3"))), PostingCheck.NONE);

    ledger.post(posting("c", change("m1", "2026-12-01", set("yixiang", "5"))), PostingCheck.NONE);

    assertThat(month("m1").history()).containsEntry("yixiang", new History(3, new BigDecimal(8)));
    assertThat(month("m1").previousDay().day()).isEqualTo(day("2026-09-30"));
    assertThat(month("m1").previousDay().values()).containsEntry("yixiang", new BigDecimal(3));
  }

  @Test
  void stepsShowOldAndNewAndClearMakesAbsent() {
    ledger.post(posting("a", change("m1", "2026-12-03", set("yixiang", "5"))), PostingCheck.NONE);
    ledger.post(posting("b", change("m1", "2026-12-03", set("yixiang", "5"))), PostingCheck.NONE);
    ledger.post(posting("c", change("m1", "2026-12-03", clear("yixiang"))), PostingCheck.NONE);

    assertThat(month("m1").day(day("2026-12-03")).orElseThrow().entries())
        .flatExtracting(entry -> entry.steps())
        .containsExactly(
            new Step("yixiang", null, new BigDecimal(5)),
            new Step("yixiang", new BigDecimal(5), new BigDecimal(5)),
            new Step("yixiang", new BigDecimal(5), null));
    assertThat(ledger.figures(ORG, List.of("m1"), xun("2026-12-03"))).isEmpty();
    assertThat(ledger.day(ORG, List.of("m1", "m9"), day("2026-12-03"))).containsOnlyKeys("m1");
  }

  @Test
  void everyFigureEntryAndSumIsAFieldThatAnyToolCanRead() {
    ledger.post(posting("a", change("m1", "2026-12-03", set("yixiang", "5"))), PostingCheck.NONE);
    ledger.post(
        posting("b", change("m1", "2026-12-03", add("yixiang", "2.5"), set("yeji", "100"))),
        PostingCheck.NONE);
    ledger.post(posting("c", change("m1", "2026-12-03", clear("yeji"))), PostingCheck.NONE);

    Document stored = fixture.mongo.getCollection("ledger").find().first();

    assertThat(stored).containsEntry("_id", "o1|m1|2026-12").containsEntry("rev", 3L);
    Document values = new Document("yixiang", Decimal128.parse("7.5"));
    assertThat(stored.getEmbedded(List.of("days", "03", "v"), Document.class)).isEqualTo(values);
    assertThat(stored.getEmbedded(List.of("sums", "x1"), Document.class)).isEqualTo(values);
    assertThat(stored.getEmbedded(List.of("sums", "m"), Document.class)).isEqualTo(values);
    assertThat(stored.getEmbedded(List.of("rep", "x1"), Integer.class)).isOne();
    List<Document> entries =
        stored.getEmbedded(List.of("days", "03"), Document.class).getList("e", Document.class);
    assertThat(entries).extracting(entry -> entry.get("mid")).containsExactly("a", "b", "c");
    assertThat(entries.get(1).getList("steps", Document.class))
        .contains(new Document("m", "yeji").append("a", Decimal128.parse("100")));
  }

  @Test
  void deletingAnOrganizationLeavesOthersAlone() {
    ledger.post(posting("a", change("m1", "2026-12-03", set("yixiang", "5"))), PostingCheck.NONE);

    ledger.delete("o");
    assertThat(ledger.month(ORG, "m1", DECEMBER)).isPresent();
    ledger.delete(ORG);

    assertThat(ledger.month(ORG, "m1", DECEMBER)).isEmpty();
    assertThat(fixture.marks.holdsFigures(ORG)).isFalse();
  }

  @Test
  void figuresOfEveryPeriodEqualAnOracleAfterRandomOperations() {
    Random random = new Random(20261203);
    Map<String, Map<LocalDate, Map<String, BigDecimal>>> oracle = new HashMap<>();
    List<String> subjects = List.of("m1", "m2", "m3");
    for (int i = 0; i < 400; i++) {
      String subject = subjects.get(random.nextInt(3));
      LocalDate day = day("2026-11-01").plusDays(random.nextInt(61));
      String metric = random.nextBoolean() ? "yixiang" : "yeji";
      BigDecimal value = BigDecimal.valueOf(random.nextInt(100_000), 2);
      Map<String, BigDecimal> values =
          oracle
              .computeIfAbsent(subject, s -> new HashMap<>())
              .computeIfAbsent(day, d -> new HashMap<>());
      var figure =
          switch (random.nextInt(3)) {
            case 0 -> {
              values.put(metric, value);
              yield set(metric, value.toPlainString());
            }
            case 1 -> {
              values.merge(metric, value, BigDecimal::add);
              yield add(metric, value.toPlainString());
            }
            default -> {
              values.remove(metric);
              yield clear(metric);
            }
          };
      ledger.post(posting("k" + i, change(subject, day.toString(), figure)), PostingCheck.NONE);
    }

    for (PeriodType type : PeriodType.values()) {
      if (type == PeriodType.CAMPAIGN) {
        continue;
      }
      for (LocalDate at = day("2026-10-28"); at.isBefore(day("2027-01-04")); at = at.plusDays(3)) {
        assertSame(oracle, subjects, Period.containing(type, at));
      }
    }
  }

  private void assertSame(
      Map<String, Map<LocalDate, Map<String, BigDecimal>>> oracle,
      Collection<String> subjects,
      Period period) {
    var figures = ledger.figures(ORG, subjects, period);
    for (String subject : subjects) {
      Map<String, BigDecimal> sums = new HashMap<>();
      AtomicInteger days = new AtomicInteger();
      oracle
          .get(subject)
          .forEach(
              (day, values) -> {
                if (period.contains(day) && !values.isEmpty()) {
                  days.incrementAndGet();
                  values.forEach((metric, value) -> sums.merge(metric, value, BigDecimal::add));
                }
              });
      if (days.get() == 0) {
        assertThat(figures).doesNotContainKey(subject);
        continue;
      }
      assertThat(figures.get(subject).reportedDays()).as(period.label()).isEqualTo(days.get());
      assertThat(figures.get(subject).sums()).as(period.label()).hasSameSizeAs(sums);
      figures
          .get(subject)
          .sums()
          .forEach((metric, sum) -> assertThat(sum).isEqualByComparingTo(sums.get(metric)));
    }
  }

  private MonthLedger month(String subject) {
    return ledger.month(ORG, subject, DECEMBER).orElseThrow();
  }

  private BigDecimal sum(String subject, PeriodType type, String day, String metric) {
    return ledger
        .figures(ORG, List.of(subject), Period.containing(type, day(day)))
        .get(subject)
        .sums()
        .get(metric);
  }

  private static Period xun(String day) {
    return Period.containing(PeriodType.XUN, day(day));
  }

  private interface Numbered<T> {
    T call(int i);
  }

  private static <T> List<T> together(int threads, Numbered<T> action) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<T>> calls =
          IntStream.range(0, threads).mapToObj(i -> (Callable<T>) () -> action.call(i)).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdown();
    }
  }

  /** Dies before its n-th write, as a killed process would. */
  private static final class DyingRepository extends LedgerRepository {

    private int writesLeft;

    DyingRepository(LedgerFixture fixture, int dyingAt) {
      super(fixture.mongo);
      writesLeft = dyingAt;
    }

    @Override
    boolean save(MonthBook before, MonthBook after, Collection<LocalDate> changedDays) {
      if (--writesLeft == 0) {
        throw new IllegalStateException("killed");
      }
      return super.save(before, after, changedDays);
    }
  }
}
