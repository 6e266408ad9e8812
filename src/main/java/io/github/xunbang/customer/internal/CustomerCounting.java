package io.github.xunbang.customer.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.metric.Feed;
import io.github.xunbang.metric.FigureChange;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.OwedFigures;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.PostingCheck;
import io.github.xunbang.metric.SubjectChange;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Counts complete customers (S-13): one for the finder, on the day of completion, in each metric
 * that customers feed then. What is owed is noted before the customer is written, so that a crash
 * in between loses nothing; the ledger takes each customer once.
 */
@Component
class CustomerCounting implements OwedFigures {

  /** A note without a complete customer is a write in progress for so long. */
  private static final Duration IN_PROGRESS = Duration.ofMinutes(10);

  private final CustomersRepository customers;
  private final OwedCustomersRepository owed;
  private final MetricCatalog metrics;
  private final ObjectProvider<Ledger> ledger;
  private final OrganizationService organizations;
  private final BusinessClock clock;

  /** The ledger asks all that owe it something, so it is looked up later. */
  CustomerCounting(
      CustomersRepository customers,
      OwedCustomersRepository owed,
      MetricCatalog metrics,
      ObjectProvider<Ledger> ledger,
      OrganizationService organizations,
      BusinessClock clock) {
    this.customers = customers;
    this.owed = owed;
    this.metrics = metrics;
    this.ledger = ledger;
    this.organizations = organizations;
    this.clock = clock;
  }

  /** Notes that the customer is about to become complete. */
  void owe(String organizationId, int number) {
    owed.add(organizationId, number, clock.realTime().instant());
  }

  /**
   * Counts a complete customer; an invalid one once more, the other way.
   *
   * @return the metrics that it counts in
   */
  List<Metric> count(Customer customer) {
    LocalDate day = customer.completedOn();
    if (day == null) {
      return List.of();
    }
    List<Metric> fed =
        metrics.metrics(customer.organizationId()).stream()
            .filter(metric -> metric.active() && metric.isFedOn(day, Feed.Measure.CUSTOMERS))
            .toList();
    if (!fed.isEmpty()) {
      ledger.getObject().post(entry(customer, day, fed), PostingCheck.NONE);
    }
    if (!fed.isEmpty() && customer.isInvalid()) {
      ledger.getObject().post(counterEntry(customer, day, fed), PostingCheck.NONE);
    }
    owed.remove(customer.organizationId(), customer.number());
    return fed;
  }

  /** Dated to the original day unless that is frozen, then to the day of the act (section 4). */
  private Posting counterEntry(Customer customer, LocalDate day, List<Metric> fed) {
    Customer.Act act =
        customer.acts().stream()
            .filter(one -> one.id().equals(Customer.INVALID))
            .findFirst()
            .orElseThrow();
    Organization organization = organizations.get(customer.organizationId());
    boolean frozen = organization.isFrozen(day, act.at());
    return posting(
        customer,
        "customer|" + customer.number() + "|" + Customer.INVALID,
        act.actorId(),
        "客户 K" + customer.number() + " 作废（" + DateText.day(day) + "登记）",
        frozen ? organization.businessDay().of(act.at()) : day,
        fed,
        BigDecimal.ONE.negate());
  }

  @Override
  public void post(String organizationId) {
    owed.of(organizationId).forEach(this::settle);
  }

  /** Counts what a crash left uncounted, before anybody asks for it. */
  @EventListener(ApplicationReadyEvent.class)
  void postAll() {
    owed.all().forEach(this::settle);
  }

  private void settle(OwedCustomerDocument note) {
    Optional<Customer> complete =
        customers.find(note.organizationId(), note.number()).filter(Customer::isComplete);
    if (complete.isPresent()) {
      count(complete.get());
    } else if (note.at().plus(IN_PROGRESS).isBefore(clock.realTime().instant())) {
      owed.remove(note.organizationId(), note.number());
    }
  }

  private Posting entry(Customer customer, LocalDate day, List<Metric> fed) {
    return posting(
        customer,
        "customer|" + customer.number(),
        customer.finderId(),
        "客户 K" + customer.number(),
        day,
        fed,
        BigDecimal.ONE);
  }

  private Posting posting(
      Customer customer,
      String key,
      String actorId,
      String text,
      LocalDate day,
      List<Metric> fed,
      BigDecimal value) {
    List<FigureChange> figures =
        fed.stream()
            .map(metric -> new FigureChange(metric.id(), FigureChange.Operation.ADD, value))
            .collect(Collectors.toList());
    return new Posting(
        customer.organizationId(),
        key,
        actorId,
        clock.instant(),
        text,
        LedgerEntry.Reason.CUSTOMER,
        List.of(new SubjectChange(customer.finderId(), day, figures, Map.of())));
  }
}
