package io.github.xunbang.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.boards.FakeMetrics;
import io.github.xunbang.boards.FakeOrganizations;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.Access;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.customer.Phone;
import io.github.xunbang.customer.internal.CustomerDesk.Actor;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import io.github.xunbang.storage.FieldCipher;
import io.github.xunbang.storage.HandTurnedClock;
import io.github.xunbang.storage.TestCiphers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Two instances on one database, and what a crash leaves between two writes. */
class CustomerDeskIT {

  private static final Instant EVENING = Instant.parse("2026-12-03T13:40:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 3);
  private static final Phone PHONE = Phone.ofDigits("13812345678");
  private static final Member ZHANG =
      new Member("m1", "张敏", Access.MEMBER, null, null, List.of(), TODAY, null);
  private static final Member LI =
      new Member("m2", "李强", Access.MEMBER, null, null, List.of(), TODAY, null);
  private static final Organization TEAM =
      new Organization(
          "o1", "一队", BusinessDay.DEFAULT, Map.of(), true, List.of(), List.of(ZHANG, LI), EVENING);

  private final EmbeddedTestDatabase database = EmbeddedTestDatabase.inMemory();
  private final HandTurnedClock real = new HandTurnedClock(EVENING);
  private final Instance one = new Instance(TestCiphers.withKey());
  private final Instance other = new Instance(TestCiphers.withKey());

  /** One service: everything but the database is its own. */
  private final class Instance {

    private final FieldCipher cipher;
    private final CustomersRepository customers;
    private final PhoneClaimsRepository claims;
    private final MongoCustomerBook book;
    private final CustomerDesk desk;

    Instance(FieldCipher cipher) {
      MongoTemplate mongo = database.template();
      BusinessClock clock = new BusinessClock(real);
      this.cipher = cipher;
      customers = new CustomersRepository(mongo, cipher);
      claims = new PhoneClaimsRepository(mongo, cipher);
      CustomerListsRepository lists = new CustomerListsRepository(mongo);
      book = new MongoCustomerBook(customers, lists, claims, cipher);
      CustomerCounting counting =
          new CustomerCounting(
              customers,
              new OwedCustomersRepository(mongo),
              new FakeMetrics(),
              new StaticListableBeanFactory().getBeanProvider(Ledger.class),
              new FakeOrganizations(TEAM),
              clock);
      desk =
          new CustomerDesk(
              customers, lists, book, new PhoneClaims(claims, customers), counting, cipher, clock);
    }

    Customer enter(Member member, String key, Phone phone) {
      CustomerDraft draft = new CustomerDraft("王女士", phone, "天府三街1号", "", true);
      return desk.enter(actor(member, key), draft).customer();
    }

    PhoneClaim claim(Member member, String key, int number) {
      return new PhoneClaim(
          "o1",
          PhoneClaim.hash(cipher, "o1", PHONE),
          number,
          key,
          member.id(),
          TODAY,
          real.instant());
    }
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void ofTwoWhoSendOnePhoneAtTheSameMomentOneOwnsItAndOneIsRefused() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 30; round++) {
        Phone phone = Phone.ofDigits("138123400" + (10 + round));
        CyclicBarrier barrier = new CyclicBarrier(2);
        String key = "sim|" + round;

        List<Future<String>> answers =
            threads.invokeAll(
                List.of(
                    racing(barrier, one, ZHANG, key + "a", phone),
                    racing(barrier, other, LI, key + "b", phone)));

        List<String> sorted = new ArrayList<>(List.of(answers.get(0).get(), answers.get(1).get()));
        sorted.sort(null);
        assertThat(sorted).containsExactly("owned", "taken");
        assertThat(one.book.byPhone("o1", phone)).isPresent();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(one.book.ownedBy("o1", "m1").size() + one.book.ownedBy("o1", "m2").size())
        .isEqualTo(30);
  }

  @Test
  void theSameMessageAgainGoesOnWhereACrashStoppedIt() {
    one.claims.insert(one.claim(ZHANG, "sim|1", one.customers.nextNumber("o1")));

    Customer entered = other.enter(ZHANG, "sim|1", PHONE);
    Customer again = one.enter(ZHANG, "sim|1", PHONE);

    assertThat(entered.number()).isEqualTo(1);
    assertThat(again).isEqualTo(entered);
    assertThat(one.book.ownedBy("o1", "m1")).containsExactly(entered);
  }

  @Test
  void aClaimWithoutCustomerIsTheSendersAtOnceAndAnybodysLater() {
    one.claims.insert(one.claim(ZHANG, "sim|lost", one.customers.nextNumber("o1")));

    assertThatThrownBy(() -> other.enter(LI, "sim|2", PHONE))
        .isInstanceOfSatisfying(
            CustomerProblem.class, problem -> assertThat(problem.key()).isEqualTo("taken"));
    real.turn(Duration.ofMinutes(11));
    Customer taken = other.enter(LI, "sim|3", PHONE);

    assertThat(taken.ownerId()).isEqualTo("m2");
    assertThatThrownBy(() -> one.enter(ZHANG, "sim|lost", PHONE))
        .isInstanceOf(CustomerProblem.class);
    assertThat(one.book.ownedBy("o1", "m1")).isEmpty();
  }

  @Test
  void aChangedPhoneIsClaimedFirstAndTheOldOneFreed() {
    Phone next = Phone.ofDigits("13987654321");
    Customer customer = one.enter(ZHANG, "sim|1", PHONE);
    Customer otherOne = other.enter(LI, "sim|2", Phone.ofDigits("13700000000"));

    Customer changed =
        one.desk
            .change(actor(ZHANG, "sim|3"), customer, new CustomerDraft("", next, "", "", true))
            .customer();

    assertThat(changed.phone()).isEqualTo(next);
    assertThat(changed.acts().get(1).change()).isEqualTo("电话138****5678→139****4321");
    assertThat(other.book.byPhone("o1", PHONE)).isEmpty();
    assertThatThrownBy(
            () ->
                other.desk.change(
                    actor(LI, "sim|4"), otherOne, new CustomerDraft("", next, "", "", true)))
        .isInstanceOf(CustomerProblem.class);
    assertThat(other.enter(LI, "sim|5", PHONE).ownerId()).isEqualTo("m2");
  }

  @Test
  void aPhoneFromBeforeTheKeyIsEncryptedAndStillRefused() {
    Instance before = new Instance(TestCiphers.plain());
    before.enter(ZHANG, "sim|1", PHONE);
    assertThat(stored()).contains(PHONE.full());

    CustomerFields fields = new CustomerFields(one.customers, one.claims, one.cipher);
    fields.encrypt();
    fields.encrypt();

    assertThat(stored()).doesNotContain(PHONE.full());
    assertThat(database.template().findAll(Document.class, "customer_phones")).hasSize(1);
    assertThat(one.book.byPhone("o1", PHONE)).isPresent();
    assertThatThrownBy(() -> one.enter(LI, "sim|2", PHONE)).isInstanceOf(CustomerProblem.class);
  }

  private String stored() {
    return database.template().findAll(Document.class, "customers").toString();
  }

  private static Callable<String> racing(
      CyclicBarrier barrier, Instance instance, Member member, String key, Phone phone) {
    return () -> {
      barrier.await();
      try {
        instance.enter(member, key, phone);
        return "owned";
      } catch (CustomerProblem problem) {
        return problem.key();
      }
    };
  }

  private static Actor actor(Member member, String key) {
    return new Actor(TEAM, member, key, EVENING);
  }
}
