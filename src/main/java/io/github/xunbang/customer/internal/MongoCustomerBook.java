package io.github.xunbang.customer.internal;

import io.github.xunbang.customer.Customer;
import io.github.xunbang.customer.Phone;
import io.github.xunbang.storage.FieldCipher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Customers by {@code _id} alone: searching a name walks the numbers backwards in chunks. */
@Component
class MongoCustomerBook implements CustomerBook {

  private static final int TRIES = 50;
  private static final int CHUNK = 500;
  private static final int MOST_FOUND = 100;

  private final CustomersRepository customers;
  private final CustomerListsRepository lists;
  private final PhoneClaimsRepository claims;
  private final FieldCipher cipher;

  MongoCustomerBook(
      CustomersRepository customers,
      CustomerListsRepository lists,
      PhoneClaimsRepository claims,
      FieldCipher cipher) {
    this.customers = customers;
    this.lists = lists;
    this.claims = claims;
    this.cipher = cipher;
  }

  @Override
  public Optional<Customer> find(String organizationId, int number) {
    return customers.find(organizationId, number);
  }

  @Override
  public List<Customer> named(String organizationId, String name) {
    String wanted = name.strip();
    List<Customer> found = new ArrayList<>();
    int last = wanted.isEmpty() ? 0 : customers.lastNumber(organizationId);
    for (int end = last; end > 0 && found.size() < MOST_FOUND; end -= CHUNK) {
      List<Integer> numbers =
          IntStream.rangeClosed(Math.max(1, end - CHUNK + 1), end).boxed().toList();
      customers.find(organizationId, numbers).stream()
          .filter(customer -> customer.name().contains(wanted) && !customer.isInvalid())
          .forEach(found::add);
    }
    return found.stream()
        .sorted(
            Comparator.comparing((Customer one) -> !one.name().equals(wanted))
                .thenComparing(Customer::number, Comparator.reverseOrder()))
        .toList();
  }

  @Override
  public Optional<Customer> byPhone(String organizationId, Phone phone) {
    return claims
        .find(organizationId, PhoneClaim.hash(cipher, organizationId, phone))
        .flatMap(claim -> customers.find(organizationId, claim.number()))
        .filter(customer -> phone.equals(customer.phone()));
  }

  @Override
  public List<Customer> ownedBy(String organizationId, String memberId) {
    List<Integer> numbers = lists.numbers(organizationId, memberId);
    return IntStream.iterate(0, from -> from < numbers.size(), from -> from + CHUNK)
        .mapToObj(from -> numbers.subList(from, Math.min(numbers.size(), from + CHUNK)))
        .flatMap(chunk -> customers.find(organizationId, chunk).stream())
        .filter(customer -> customer.ownerId().equals(memberId) && !customer.isInvalid())
        .sorted(Comparator.comparing(Customer::number).reversed())
        .toList();
  }

  @Override
  public Customer change(
      String organizationId, int number, Customer.Act act, UnaryOperator<Customer> change) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Customer stored =
          customers
              .find(organizationId, number)
              .orElseThrow(() -> new IllegalStateException("No customer K" + number));
      if (stored.acts().stream().anyMatch(done -> done.id().equals(act.id()))) {
        return stored;
      }
      Customer next = next(stored, change.apply(stored), act);
      if (!next.ownerId().equals(stored.ownerId())) {
        lists.add(organizationId, next.ownerId(), number, act.id());
      }
      if (customers.replace(next)) {
        return next;
      }
    }
    throw new OptimisticLockingFailureException("Customer changes all the time: K" + number);
  }

  private static Customer next(Customer stored, Customer changed, Customer.Act act) {
    return new Customer(
        stored.organizationId(),
        stored.number(),
        changed.name(),
        changed.phone(),
        changed.address(),
        changed.note(),
        stored.finderId(),
        changed.ownerId(),
        stored.foundOn(),
        changed.completedOn(),
        Stream.concat(stored.acts().stream(), Stream.of(act)).toList(),
        stored.revision() + 1);
  }
}
