package io.github.xunbang.deal.internal;

import static io.github.xunbang.deal.internal.DealFixtures.act;
import static io.github.xunbang.deal.internal.DealFixtures.at;
import static io.github.xunbang.deal.internal.DealFixtures.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.deal.Act;
import io.github.xunbang.deal.Booking;
import io.github.xunbang.deal.CreditRule;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Payment;
import io.github.xunbang.deal.internal.DealDesk.Dating;
import io.github.xunbang.metric.LateFiguresPosted;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.internal.LedgerOn;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Deals on the embedded database: crashes, races and closings leave each act there exactly once.
 */
class DealDeskIT {

  private static final LocalDate THIRD = LocalDate.of(2026, 12, 3);
  private static final String EVENING = "2026-12-03T21:40";
  private static final Organization TEAM = DealFixtures.organization(Map.of());

  private EmbeddedTestDatabase database;

  @BeforeEach
  void start() {
    database = EmbeddedTestDatabase.inMemory();
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void aCrashAtAnyMomentOfASigningOrPaymentIsRepaired() {
    int moment = 0;
    boolean crashed = true;
    while (crashed) {
      stop();
      start();
      moment++;
      crashed = crashesAt(moment);
    }

    // Two moments per write: pending, deal, ledger and pending again, for both acts.
    assertThat(moment).isGreaterThanOrEqualTo(16);
  }

  private boolean crashesAt(int moment) {
    boolean crashed = false;
    BrittleDesk brittle = desk(moment, EVENING);
    try {
      signAndPay(brittle);
    } catch (BrittleDesk.Crash expected) {
      crashed = true;
    }
    BrittleDesk restarted = desk(0, EVENING);
    restarted.recovery.postAll();
    assertThat(ledgerSum()).as("recovered " + moment).isEqualByComparingTo(bookedSum(restarted));

    signAndPay(restarted);
    restarted.recovery.post("o1");

    assertThat(restarted.deals.latest("o1", 9)).hasSize(1);
    assertThat(ledgerSum()).as("sent again " + moment).isEqualByComparingTo("2001");
    assertThat(restarted.pending.all("o1")).isEmpty();
    assertThat(restarted.deals.unpaid("o1")).isEmpty();
    return crashed;
  }

  /** 1 deal, its 1000 元 as amount and its 1000 元 as money: 2001 in all metrics together. */
  private static void signAndPay(BrittleDesk desk) {
    Deal deal = sign(desk, "s1", CreditRule.SIGNING);
    pay(desk, deal.number(), "p1", "1000");
  }

  @Test
  void peopleWhoPayAtOnceOnTwoInstancesAllCount() throws Exception {
    BrittleDesk one = desk(0, EVENING);
    BrittleDesk other = desk(0, EVENING);
    int number = sign(one, "s1", CreditRule.FULL_PAYMENT).number();

    atOnce(
        IntStream.range(0, 8)
            .<Callable<Object>>mapToObj(
                i -> () -> pay(i % 2 == 0 ? one : other, number, "p" + i, "125"))
            .toList());

    Deal deal = one.deals.find("o1", number).orElseThrow();
    assertThat(deal.paid()).isEqualByComparingTo("1000");
    assertThat(deal.payments()).extracting(Payment::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(ledgerSum()).isEqualByComparingTo("2001");
  }

  @Test
  void oneSigningSentTwiceAtOnceIsOneDeal() throws Exception {
    BrittleDesk one = desk(0, EVENING);
    BrittleDesk other = desk(0, EVENING);

    atOnce(
        IntStream.range(0, 6)
            .<Callable<Object>>mapToObj(
                i -> () -> sign(i % 2 == 0 ? one : other, "s1", CreditRule.SIGNING))
            .toList());

    assertThat(one.deals.latest("o1", 20)).hasSize(1);
    assertThat(one.deals.unpaid("o1")).hasSize(1);
    assertThat(ledgerSum()).isEqualByComparingTo("1001");
  }

  @Test
  void whoStandsBeforeTheDealWhenItClosesBooksIntoTheOpenPeriod() {
    BrittleDesk slow = desk(0, "2026-12-11T08:29:59");
    slow.beforeWrite =
        () -> {
          BrittleDesk closing = desk(0, "2026-12-11T08:30:10");
          slow.clock.moveTo(at("2026-12-11T08:30:10"));
          closing.recovery.post("o1");
          assertThat(closing.pending.all("o1")).hasSize(1);
        };

    Deal deal =
        slow.desk
            .sign(TEAM, draft(CreditRule.SIGNING), signing("s1", "2026-12-11T08:29:59"))
            .deal();

    assertThat(deal.bookings())
        .isNotEmpty()
        .extracting(Booking::bookedDay)
        .containsOnly(LocalDate.of(2026, 12, 11));
    assertThat(slow.pending.all("o1")).isEmpty();
    assertThat(ledgerSum()).isEqualByComparingTo("1001");
  }

  @Test
  void whatAManagerAllowedEntersItsFrozenDayAndIsTold() {
    BrittleDesk desk = desk(0, EVENING);
    int number = sign(desk, "s1", CreditRule.FULL_PAYMENT).number();
    desk.clock.moveTo(at("2026-12-15T10:00"));

    Act late = act("p1", Act.Kind.PAID, at("2026-12-15T10:00"));
    desk.desk.change(
        TEAM, number, late, Dating.NOMINAL_DAY, deal -> DealMoney.pay(deal, number("1000"), THIRD));

    assertThat(desk.events)
        .hasSize(3)
        .allMatch(event -> ((LateFiguresPosted) event).day().equals(THIRD));
    assertThat(ledgerSum()).isEqualByComparingTo("2001");
  }

  @Test
  void whatIsRefusedLeavesNothingBehind() {
    BrittleDesk desk = desk(0, EVENING);
    int number = sign(desk, "s1", CreditRule.FULL_PAYMENT).number();

    assertThatThrownBy(() -> pay(desk, number, "p1", "1000.01")).isInstanceOf(MoneyProblem.class);

    assertThat(desk.pending.all("o1")).isEmpty();
    assertThat(desk.deals.find("o1", number).orElseThrow().acts()).hasSize(1);
  }

  private BrittleDesk desk(int writesUntilCrash, String shanghai) {
    BrittleDesk desk = new BrittleDesk(database.template(), TEAM, writesUntilCrash);
    desk.clock.moveTo(at(shanghai));
    return desk;
  }

  private static Deal draft(CreditRule rule) {
    return DealFixtures.draft("1000", rule, THIRD, DealFixtures.shares("0.5", "0.3", "0.2"));
  }

  private static Act signing(String id, String shanghai) {
    return act(id, Act.Kind.SIGNED, at(shanghai));
  }

  private static Deal sign(BrittleDesk desk, String id, CreditRule rule) {
    return desk.desk.sign(TEAM, draft(rule), signing(id, EVENING)).deal();
  }

  private static Deal pay(BrittleDesk desk, int number, String id, String amount) {
    return desk.desk
        .change(
            TEAM,
            number,
            act(id, Act.Kind.PAID, at(EVENING)),
            Dating.OPEN_DAY,
            deal -> DealMoney.pay(deal, number(amount), THIRD))
        .deal();
  }

  private static BigDecimal bookedSum(BrittleDesk desk) {
    return DealFixtures.sum(
        desk.deals.latest("o1", 9).stream()
            .flatMap(deal -> deal.bookings().stream())
            .map(Booking::value));
  }

  private BigDecimal ledgerSum() {
    Ledger ledger = LedgerOn.database(database.template());
    return DealFixtures.sum(
        Stream.of("m1", "m2", "m3")
            .flatMap(member -> ledger.month("o1", member, YearMonth.of(2026, 12)).stream())
            .flatMap(month -> month.days().values().stream())
            .flatMap(sheet -> sheet.values().values().stream()));
  }

  private static void atOnce(List<Callable<Object>> work) throws Exception {
    var threads = Executors.newFixedThreadPool(work.size());
    try {
      for (var done : new ArrayList<>(threads.invokeAll(work))) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }
  }
}
