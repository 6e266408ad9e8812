package io.github.xunbang.customer.internal;

import io.github.xunbang.customer.Customer;
import io.github.xunbang.customer.Phone;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Stored customers of an organization; phone numbers are encrypted below this line. */
interface CustomerBook {

  Optional<Customer> find(String organizationId, int number);

  /** Those whose name contains {@code name}; an exact one comes first. */
  List<Customer> named(String organizationId, String name);

  /** Whoever has this phone; found by keyed hash. */
  Optional<Customer> byPhone(String organizationId, Phone phone);

  /** Those the member looks after, latest first. */
  List<Customer> ownedBy(String organizationId, String memberId);

  /**
   * Changes a stored customer under its revision and appends the act; the same act again changes
   * nothing and returns what is stored. A changed phone must be claimed before.
   */
  Customer change(
      String organizationId, int number, Customer.Act act, UnaryOperator<Customer> change);
}
