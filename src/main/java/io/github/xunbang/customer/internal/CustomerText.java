package io.github.xunbang.customer.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.message.UntrustedText;
import java.util.ArrayList;
import java.util.List;

/** Customers as people read them. */
final class CustomerText {

  private static final int NAME = 24;
  private static final int ADDRESS = 40;
  private static final int NOTE = 60;

  private CustomerText() {}

  /** {@code K12 王女士 138****5678}. */
  static String title(Customer customer, Viewer viewer) {
    String phone = viewer.phone(customer);
    return "K" + customer.number() + " " + name(customer) + (phone.isEmpty() ? "" : " " + phone);
  }

  static String name(Customer customer) {
    return customer.name().isBlank() ? "（未留名）" : UntrustedText.oneLine(customer.name(), NAME);
  }

  /** One line of a list; of somebody else's customer only whose it is. */
  static String line(Customer customer, Viewer viewer) {
    if (!viewer.sees(customer)) {
      return "K" + customer.number() + " " + name(customer) + "，归" + viewer.owner(customer);
    }
    String missing = CustomerDraft.words(missing(customer));
    return title(customer, viewer)
        + (viewer.owns(customer) ? "" : "，归" + viewer.owner(customer))
        + (missing.isEmpty() ? "" : "（还差" + missing + "）");
  }

  /** All lines of one customer that the reader may see. */
  static String card(Customer customer, Viewer viewer) {
    if (!viewer.sees(customer)) {
      return line(customer, viewer) + "，" + DateText.day(customer.foundOn()) + "登记";
    }
    List<String> lines = new ArrayList<>();
    lines.add(title(customer, viewer));
    String address = customer.address();
    if (address != null) {
      lines.add(UntrustedText.oneLine(address, ADDRESS));
    }
    if (!customer.note().isBlank()) {
      lines.add("备注：" + UntrustedText.oneLine(customer.note(), NOTE));
    }
    lines.add("归" + viewer.owner(customer) + "，" + DateText.day(customer.foundOn()) + "登记");
    String missing = CustomerDraft.words(missing(customer));
    if (!missing.isEmpty()) {
      lines.add("还差" + missing + "，补：客户 K" + customer.number() + " " + example(customer));
    }
    return String.join("\n", lines);
  }

  /** The line that gives the first missing part. */
  static String example(Customer customer) {
    return switch (missing(customer).get(0)) {
      case NAME -> "姓名 王女士";
      case PHONE -> "电话 手机号";
      case ADDRESS -> "地址 高新区天府三街1号";
    };
  }

  static List<CustomerDraft.Part> missing(Customer customer) {
    return CustomerDraft.missing(customer.name(), customer.phone(), customer.address());
  }
}
