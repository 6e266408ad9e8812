package io.github.xunbang.deal.internal;

import static io.github.xunbang.deal.internal.DealFixtures.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.deal.Act;
import io.github.xunbang.deal.Booking;
import io.github.xunbang.deal.CreditRule;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.internal.DealDesk.Dating;
import io.github.xunbang.metric.Feed.Measure;
import io.github.xunbang.metric.FigureChange;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.SubjectChange;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Over random quarters the ledger holds what the deals deserve, to the cent and to the share. */
class CreditsTest {

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theLedgerHoldsWhatTheDealsDeserve(int seed) {
    RandomDeals quarter = new RandomDeals(seed);

    quarter.happen();

    Map<String, BigDecimal> ledger = ledger(quarter.postings);
    assertThat(quarter.postings).hasSizeGreaterThan(20);
    for (Metric metric : quarter.metrics) {
      BigDecimal deserved =
          DealFixtures.sum(
              quarter.deals.values().stream().map(deal -> CreditOracle.total(deal, metric)));
      assertThat(total(ledger, metric.id())).as(metric.id()).isEqualByComparingTo(deserved);
      quarter
          .organization
          .members()
          .forEach(member -> checkMember(quarter, ledger, metric, member.id()));
    }
  }

  /** Parts of a deal are exact; of each split amount a person may be one cent off at most. */
  private static void checkMember(
      RandomDeals quarter, Map<String, BigDecimal> ledger, Metric metric, String memberId) {
    BigDecimal exact =
        DealFixtures.sum(
            quarter.deals.values().stream()
                .map(deal -> CreditOracle.exact(deal, metric, memberId)));
    BigDecimal posted = total(ledger, metric.id() + "|" + memberId);
    long splits =
        quarter.deals.values().stream().mapToLong(deal -> 1 + deal.payments().size()).sum();
    BigDecimal off = "count".equals(metric.id()) ? BigDecimal.ZERO : BigDecimal.valueOf(splits, 2);
    assertThat(posted.subtract(exact).abs()).as(metric.id() + memberId).isLessThanOrEqualTo(off);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void postingAgainAndInAnyOrderChangesNothing(int seed) {
    RandomDeals quarter = new RandomDeals(seed);
    quarter.happen();
    List<Posting> twice = new ArrayList<>(quarter.postings);
    twice.addAll(quarter.postings);
    Collections.shuffle(twice, new Random(seed));

    assertThat(ledger(twice)).isEqualTo(ledger(quarter.postings));
    quarter.deals.values().forEach(deal -> assertNothingMoreIsDue(quarter, deal));
  }

  private static void assertNothingMoreIsDue(RandomDeals quarter, Deal deal) {
    assertThat(Credits.due(deal, quarter.metrics, "again", day -> day)).isEmpty();
  }

  @Test
  void aCentThatCannotBeSplitGoesToTheLargestRemainder() {
    List<BigDecimal> thirds = List.of(number("0.3333"), number("0.3333"), number("0.3334"));

    assertThat(Credits.split(number("100"), thirds))
        .containsExactly(number("33.33"), number("33.33"), number("33.34"));
    assertThat(Credits.split(number("0.01"), List.of(number("0.5"), number("0.5"))))
        .containsExactly(number("0.01"), number("0.00"));
  }

  @Test
  void signedOnThe25thAndPaidOnThe2ndCountsInTheNextMonth() {
    Organization organization = DealFixtures.organization(Map.of());
    LocalDate signed = LocalDate.of(2026, 11, 25);
    Deal deal =
        after(
            organization,
            DealFixtures.metrics(),
            DealFixtures.draft(
                "58000", CreditRule.FULL_PAYMENT, signed, DealFixtures.shares("0.5", "0.5")),
            "2026-11-25T15:00");
    assertThat(deal.bookings()).isEmpty();

    Deal paid =
        after(
            organization,
            DealFixtures.metrics(),
            DealMoney.pay(deal, number("58000"), LocalDate.of(2026, 12, 2)),
            "2026-12-02T15:00");

    assertThat(paid.bookings())
        .filteredOn(booking -> booking.metricId().equals("count"))
        .allMatch(booking -> booking.bookedDay().equals(LocalDate.of(2026, 12, 2)))
        .extracting(Booking::value)
        .containsExactly(number("0.5"), number("0.5"));
  }

  @Test
  void aRefundAfterTheClosingIsBookedOnItsOwnDayAndNamesTheFrozenOne() {
    Organization organization = DealFixtures.organization(Map.of());
    LocalDate third = LocalDate.of(2026, 12, 3);
    Deal signed =
        after(
            organization,
            DealFixtures.metrics(),
            DealFixtures.draft("1000", CreditRule.FULL_PAYMENT, third, DealFixtures.shares("1")),
            "2026-12-03T10:00");
    Deal paid =
        after(
            organization,
            DealFixtures.metrics(),
            DealMoney.pay(signed, number("1000"), third),
            "2026-12-03T11:00");

    Deal cancelled =
        after(organization, DealFixtures.metrics(), DealMoney.cancel(paid), "2026-12-11T08:30");

    Act last = cancelled.acts().get(2);
    Posting posting = DealPostings.of(cancelled, last).orElseThrow();
    assertThat(posting.changes())
        .extracting(SubjectChange::day)
        .containsExactly(LocalDate.of(2026, 12, 11));
    assertThat(posting.text()).contains("减1单", "冲12月3日");
  }

  @Test
  void whatWasBookedCanBeTakenBackAfterTheFeedIsGone() {
    Organization organization = DealFixtures.organization(Map.of());
    LocalDate third = LocalDate.of(2026, 12, 3);
    Deal signed =
        after(
            organization,
            DealFixtures.metrics(),
            DealFixtures.draft("1000", CreditRule.SIGNING, third, DealFixtures.shares("1")),
            "2026-12-03T10:00");
    List<Metric> fedLater =
        List.of(
            DealFixtures.fed("count", Measure.DEAL_COUNT, LocalDate.of(2027, 1, 1), null),
            DealFixtures.fed("amount", Measure.DEAL_AMOUNT, LocalDate.of(2027, 1, 1), null));

    Deal paid =
        after(
            organization, fedLater, DealMoney.pay(signed, number("10"), third), "2026-12-04T10:00");
    Deal cancelled = after(organization, fedLater, DealMoney.cancel(paid), "2026-12-05T10:00");

    assertThat(paid.bookings()).isEqualTo(signed.bookings());
    assertThat(DealFixtures.sum(cancelled.bookings().stream().map(Booking::value)))
        .isEqualByComparingTo("0");
  }

  private static Deal after(
      Organization organization, List<Metric> metrics, Deal next, String shanghai) {
    Instant now = DealFixtures.at(shanghai);
    Act act = DealFixtures.act("sim|" + shanghai, Act.Kind.CHANGED, now);
    return DealBooks.after(organization, metrics, next, act, Dating.OPEN_DAY, now);
  }

  /** A ledger as small as can be: a message key counts once. */
  private static Map<String, BigDecimal> ledger(List<Posting> postings) {
    Set<String> known = new HashSet<>();
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Posting posting : postings) {
      if (known.add(posting.messageKey())) {
        posting.changes().forEach(change -> enter(sums, change));
      }
    }
    sums.replaceAll((line, value) -> value.stripTrailingZeros());
    return sums;
  }

  private static void enter(Map<String, BigDecimal> sums, SubjectChange change) {
    for (FigureChange figure : change.figures()) {
      sums.merge(
          figure.metricId() + "|" + change.subjectId() + "|" + change.day(),
          figure.value(),
          BigDecimal::add);
    }
  }

  private static BigDecimal total(Map<String, BigDecimal> ledger, String begin) {
    return DealFixtures.sum(
        ledger.entrySet().stream()
            .filter(line -> line.getKey().startsWith(begin + "|"))
            .map(Map.Entry::getValue));
  }
}
