package io.github.xunbang.customer.internal;

import io.github.xunbang.customer.Customer;
import io.github.xunbang.customer.Phone;
import io.github.xunbang.message.UntrustedText;
import java.util.Optional;

/** How customers and words about them are shown: no full phone number unless asked for. */
final class ShownCustomer {

  private static final int NAME = 16;
  private static final int NOTE = 60;

  private ShownCustomer() {}

  /** {@code 王女士（K12）}. */
  static String label(Customer customer) {
    return name(customer) + "（K" + customer.number() + "）";
  }

  static String name(Customer customer) {
    return UntrustedText.oneLine(customer.name(), NAME);
  }

  /** {@code K12 王女士 138****5678}, for lists. */
  static String line(Customer customer) {
    return "K" + customer.number() + " " + name(customer) + " " + masked(customer);
  }

  static String masked(Customer customer) {
    return Optional.ofNullable(customer.phone()).map(Phone::masked).orElse("还没电话");
  }

  /** All digits: only for the private chat of somebody who has to call. */
  static String full(Customer customer) {
    return Optional.ofNullable(customer.phone()).map(Phone::full).orElse("还没登记");
  }

  static String address(Customer customer) {
    String address = customer.address();
    return address == null || address.isBlank() ? "还没登记" : withoutPhones(address);
  }

  /** What was typed as one harmless line without a full phone number. */
  static String withoutPhones(String typed) {
    return UntrustedText.oneLine(typed, NOTE);
  }
}
