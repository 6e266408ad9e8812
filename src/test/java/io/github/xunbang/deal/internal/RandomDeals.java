package io.github.xunbang.deal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.deal.Act;
import io.github.xunbang.deal.CreditRule;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Share;
import io.github.xunbang.deal.internal.DealDesk.Dating;
import io.github.xunbang.metric.Feed;
import io.github.xunbang.metric.Feed.Measure;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** A quarter of deals with everything that can happen to them, through the code under test. */
final class RandomDeals {

  private static final LocalDate LAST = LocalDate.of(2027, 1, 20);

  final Random random;
  final Organization organization;
  final List<Metric> metrics;
  final Map<Integer, Deal> deals = new TreeMap<>();
  final List<Posting> postings = new ArrayList<>();
  private final LocalDate from;
  private Instant now = DealFixtures.at("2026-10-01T09:00");

  RandomDeals(long seed) {
    random = new Random(seed);
    int settlement = random.nextInt(31);
    organization = DealFixtures.organization(Map.of("结算日", "2026-09=" + settlement));
    from = DealFixtures.START.plusDays(random.nextInt(25));
    metrics = metrics(LAST);
  }

  /** As known on {@code day}: the feeds of count and paid end for a while and begin again. */
  private List<Metric> metrics(LocalDate day) {
    return List.of(
        fed("count", Measure.DEAL_COUNT, day, 40, 55),
        DealFixtures.fed("amount", Measure.DEAL_AMOUNT, from.plusDays(3), null),
        fed("paid", Measure.PAID_AMOUNT, day, 30, 33));
  }

  private Metric fed(String id, Measure measure, LocalDate day, int last, int again) {
    if (day.isBefore(from.plusDays(last))) {
      return DealFixtures.fed(id, measure, from, null);
    }
    Feed first = new Feed(measure, from, from.plusDays(last));
    return day.isBefore(from.plusDays(again - 1))
        ? DealFixtures.fed(id, first)
        : DealFixtures.fed(id, new Feed(measure, from.plusDays(again), null, first));
  }

  /** Lets it all happen. */
  void happen() {
    while (today().isBefore(LAST)) {
      now = now.plus(Duration.ofMinutes(random.nextInt(1500)));
      if (deals.isEmpty() || random.nextInt(4) == 0) {
        sign();
      } else {
        change(new ArrayList<>(deals.values()).get(random.nextInt(deals.size())));
      }
    }
  }

  private LocalDate today() {
    return BusinessDay.DEFAULT.of(now);
  }

  private void sign() {
    LocalDate day = today().minusDays(random.nextInt(3));
    CreditRule rule = CreditRule.values()[random.nextInt(3)];
    Deal draft = DealFixtures.draft(money(200_000).toPlainString(), rule, day, randomShares());
    int number = deals.size() + 1;
    write(DealBooks.numbered(draft, number), Act.Kind.SIGNED, Dating.OPEN_DAY);
  }

  private void change(Deal deal) {
    try {
      switch (random.nextInt(10)) {
        case 0 -> write(DealMoney.refund(deal, money(60_000)), Act.Kind.REFUNDED);
        case 1 ->
            write(
                DealMoney.correctAmount(deal, 1 + random.nextInt(3), money(150_000)),
                Act.Kind.CORRECTED);
        case 2 ->
            write(
                DealMoney.correctDay(deal, 1 + random.nextInt(3), somePastDay(deal)),
                Act.Kind.CORRECTED);
        case 3 -> write(with(deal, randomShares(), deal.qualified()), Act.Kind.TRANSFERRED);
        case 4 -> rarely(deal);
        case 5 -> handOver(deal);
        default -> pay(deal);
      }
    } catch (MoneyProblem impossible) {
      assertThat(impossible.key()).isNotBlank();
    }
  }

  /** To anybody but the owner, who has a share always. */
  private void handOver(Deal deal) {
    String owner = deal.shares().get(0).memberId();
    String to = "m" + (1 + random.nextInt(6));
    if (!to.equals(owner)) {
      Deal owned = DealEdits.shared(deal, owner, deal.shares());
      write(DealEdits.handedOver(owned, to), Act.Kind.TRANSFERRED);
    }
  }

  private void rarely(Deal deal) {
    if (random.nextInt(3) == 0) {
      write(DealMoney.cancel(deal), Act.Kind.CANCELLED);
    } else {
      write(with(deal, deal.shares(), !deal.qualified()), Act.Kind.CHANGED);
    }
  }

  private void pay(Deal deal) {
    LocalDate day = random.nextBoolean() ? today() : somePastDay(deal);
    BigDecimal open = deal.unpaid();
    BigDecimal amount = random.nextBoolean() ? open : money(100_000).min(open);
    boolean granted = random.nextInt(3) == 0;
    write(
        DealMoney.pay(deal, amount, day),
        Act.Kind.PAID,
        granted ? Dating.NOMINAL_DAY : Dating.OPEN_DAY);
  }

  private LocalDate somePastDay(Deal deal) {
    long age = today().toEpochDay() - deal.signedOn().toEpochDay();
    return today().minusDays(random.nextInt((int) Math.min(45, age) + 1));
  }

  private void write(Deal next, Act.Kind kind) {
    write(next, kind, Dating.OPEN_DAY);
  }

  private void write(Deal next, Act.Kind kind, Dating dating) {
    String id = "sim|" + new UUID(random.nextLong(), random.nextLong());
    Act act = DealFixtures.act(id, kind, now);
    Deal stored = DealBooks.after(organization, metrics(today()), next, act, dating, now);
    deals.put(stored.number(), stored);
    DealPostings.of(stored, act)
        .ifPresent(
            posting -> {
              if (dating == Dating.OPEN_DAY) {
                assertThat(posting.changes())
                    .noneMatch(change -> organization.isFrozen(change.day(), now));
              }
              postings.add(posting);
            });
  }

  private static Deal with(Deal deal, List<Share> shares, boolean qualified) {
    return new Deal(
        deal.organizationId(),
        deal.number(),
        deal.customer(),
        deal.amount(),
        deal.product(),
        deal.source(),
        deal.ownerId(),
        shares,
        deal.signedOn(),
        deal.rule(),
        qualified,
        deal.cancelled(),
        deal.payments(),
        deal.acts(),
        deal.bookings(),
        deal.revision());
  }

  private BigDecimal money(int most) {
    return BigDecimal.valueOf(1 + random.nextInt(most * 100), 2);
  }

  private List<Share> randomShares() {
    int people = 1 + random.nextInt(5);
    List<String> members = new ArrayList<>(List.of("m1", "m2", "m3", "m4", "m5", "m6"));
    Collections.shuffle(members, random);
    List<Share> shares = new ArrayList<>();
    int left = 10_000;
    for (int i = 0; i < people; i++) {
      int part = i == people - 1 ? left : 1 + random.nextInt(left - (people - i));
      left -= part;
      shares.add(
          new Share(members.get(i), BigDecimal.valueOf(part, 4), Share.Confirmation.CONFIRMED));
    }
    return shares;
  }
}
