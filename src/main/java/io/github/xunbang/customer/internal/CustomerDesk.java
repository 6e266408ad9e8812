package io.github.xunbang.customer.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.customer.Phone;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.storage.FieldCipher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Enters and completes customers. Order of writes: the phone is claimed, the customer noted in the
 * member's list and as owed to the ledger, then written, then counted (design sections 6 and 11);
 * the same message again goes on where a crash stopped it.
 */
@Component
class CustomerDesk {

  private final CustomersRepository customers;
  private final CustomerListsRepository lists;
  private final CustomerBook book;
  private final PhoneClaims claims;
  private final CustomerCounting counting;
  private final FieldCipher cipher;
  private final BusinessClock clock;

  CustomerDesk(
      CustomersRepository customers,
      CustomerListsRepository lists,
      CustomerBook book,
      PhoneClaims claims,
      CustomerCounting counting,
      FieldCipher cipher,
      BusinessClock clock) {
    this.customers = customers;
    this.lists = lists;
    this.book = book;
    this.claims = claims;
    this.counting = counting;
    this.cipher = cipher;
    this.clock = clock;
  }

  /**
   * Who does something.
   *
   * @param key message key
   * @param at business time of the message
   */
  record Actor(Organization organization, Member member, String key, Instant at) {

    LocalDate day() {
      return organization.businessDay().of(at);
    }
  }

  /**
   * What became of it.
   *
   * @param counted the metrics in which the customer counts by this message
   * @param first whether it is the member's first customer
   */
  record Outcome(Customer customer, List<Metric> counted, boolean first) {}

  /**
   * Enters a customer for the actor, complete or not. The actor's own one with the same phone gets
   * what it lacks.
   *
   * @throws CustomerProblem when somebody has the phone, or the actor has entered all that before
   */
  Outcome enter(Actor actor, CustomerDraft draft) {
    String organizationId = actor.organization().id();
    Optional<Integer> begun = lists.numberOf(organizationId, actor.member().id(), actor.key());
    Optional<Customer> done = begun.flatMap(number -> book.find(organizationId, number));
    if (done.isPresent()) {
      return new Outcome(done.get(), counting.count(done.get()), false);
    }
    Phone phone = draft.phone();
    Optional<Customer> known =
        phone == null ? Optional.empty() : book.byPhone(organizationId, phone);
    if (known.isPresent()) {
      return again(actor, known.get(), draft);
    }
    int number = begun.orElseGet(() -> customers.nextNumber(organizationId));
    return write(actor, draft, phone == null ? number : claim(actor, number, phone));
  }

  private Outcome write(Actor actor, CustomerDraft draft, int number) {
    String organizationId = actor.organization().id();
    String memberId = actor.member().id();
    boolean first = lists.numbers(organizationId, memberId).isEmpty();
    lists.add(organizationId, memberId, number, actor.key());
    boolean complete =
        CustomerDraft.missing(draft.name(), draft.phone(), draft.address()).isEmpty();
    if (complete) {
      counting.owe(organizationId, number);
    }
    Customer stored =
        customers.insert(
            new Customer(
                organizationId,
                number,
                draft.name(),
                draft.phone(),
                draft.address().isEmpty() ? null : draft.address(),
                draft.note(),
                memberId,
                memberId,
                actor.day(),
                complete ? actor.day() : null,
                List.of(act(actor, "登记")),
                1));
    if (!stored.acts().get(0).id().equals(actor.key())) {
      throw taken(actor.organization(), stored);
    }
    return new Outcome(stored, counting.count(stored), first);
  }

  /** The actor's own one may have been entered by this very message, or may still lack a part. */
  private Outcome again(Actor actor, Customer known, CustomerDraft draft) {
    boolean own = known.ownerId().equals(actor.member().id());
    boolean same = has(known, actor.key());
    boolean adds =
        (known.name().isBlank() && !draft.name().isEmpty())
            || (known.address() == null && !draft.address().isEmpty());
    if (!same && !(own && adds)) {
      throw taken(actor.organization(), known);
    }
    CustomerDraft lacking =
        new CustomerDraft(
            known.name().isBlank() ? draft.name() : "",
            null,
            known.address() == null ? draft.address() : "",
            draft.note(),
            true);
    return change(actor, known, lacking);
  }

  /**
   * Puts what the draft holds in place of what is stored; its empty parts change nothing. A changed
   * phone is claimed first and the old one freed after.
   *
   * @throws CustomerProblem when somebody else has the phone
   */
  Outcome change(Actor actor, Customer before, CustomerDraft draft) {
    Phone phone = draft.phone();
    if (phone != null && !phone.equals(before.phone())) {
      claim(actor, before.number(), phone);
    }
    boolean completes = !before.isComplete() && CustomerEdit.of(before, draft).missing().isEmpty();
    if (completes) {
      counting.owe(before.organizationId(), before.number());
    }
    Customer after =
        book.change(
            before.organizationId(),
            before.number(),
            act(actor, CustomerEdit.of(before, draft).words()),
            stored -> CustomerEdit.of(stored, draft).apply(actor.day()));
    Phone old = before.phone();
    if (old != null && !old.equals(after.phone())) {
      claims.release(claimOf(actor, before.number(), old));
    }
    boolean byThis = !before.isComplete() || has(before, actor.key());
    return new Outcome(after, byThis ? counting.count(after) : List.of(), false);
  }

  /**
   * Takes out a customer that is none: it stays readable, but counts no longer, and its phone may
   * be entered again. Cut off and said again, it goes on.
   */
  Outcome remove(Actor actor, Customer before, String reason) {
    if (before.isComplete()) {
      counting.owe(before.organizationId(), before.number());
    }
    Customer after =
        book.change(
            before.organizationId(),
            before.number(),
            new Customer.Act(Customer.INVALID, actor.member().id(), actor.at(), "作废：" + reason),
            CustomerEdit::withoutPhone);
    Phone old = before.phone();
    if (old != null) {
      claims.release(claimOf(actor, before.number(), old));
    }
    return new Outcome(after, counting.count(after), false);
  }

  private int claim(Actor actor, int number, Phone phone) {
    try {
      return claims.take(claimOf(actor, number, phone), phone).number();
    } catch (PhoneClaims.Taken taken) {
      PhoneClaim claim = taken.claim();
      Optional<Customer> holder =
          book.find(claim.organizationId(), claim.number())
              .filter(customer -> phone.equals(customer.phone()));
      throw holder
          .map(customer -> taken(actor.organization(), customer))
          .orElseGet(
              () ->
                  taken(
                      actor.organization(), phone, claim.memberId(), claim.day(), claim.number()));
    }
  }

  private PhoneClaim claimOf(Actor actor, int number, Phone phone) {
    String organizationId = actor.organization().id();
    return new PhoneClaim(
        organizationId,
        PhoneClaim.hash(cipher, organizationId, phone),
        number,
        actor.key(),
        actor.member().id(),
        actor.day(),
        clock.realTime().instant());
  }

  private static CustomerProblem taken(Organization organization, Customer customer) {
    Phone phone = customer.phone();
    return phone == null
        ? new CustomerProblem("again")
        : taken(organization, phone, customer.ownerId(), customer.foundOn(), customer.number());
  }

  private static CustomerProblem taken(
      Organization organization, Phone phone, String ownerId, LocalDate day, int number) {
    return new CustomerProblem(
        "taken",
        Map.of(
            "phone", phone.masked(),
            "owner", organization.member(ownerId).map(Member::name).orElse("同事"),
            "day", DateText.day(day),
            "number", number));
  }

  private static boolean has(Customer customer, String key) {
    return customer.acts().stream().anyMatch(act -> act.id().equals(key));
  }

  private static Customer.Act act(Actor actor, String change) {
    return new Customer.Act(actor.key(), actor.member().id(), actor.at(), change);
  }
}
