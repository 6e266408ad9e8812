package io.github.xunbang.customer.internal;

import io.github.xunbang.customer.Phone;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a message says about a customer; nothing that is missing is made up.
 *
 * @param name company or person, or empty
 * @param phone or null
 * @param address or empty
 * @param note the rest, without any phone
 * @param entry whether the message enters a customer; otherwise it looks for one
 */
record CustomerDraft(
    String name, @Nullable Phone phone, String address, String note, boolean entry) {

  /** Name, phone, address. */
  enum Part {
    NAME("姓名或公司"),
    PHONE("电话"),
    ADDRESS("地址");

    private final String word;

    Part(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** The parts that a customer with these three lacks (S-13). */
  static List<Part> missing(String name, @Nullable Phone phone, @Nullable String address) {
    return Arrays.stream(Part.values())
        .filter(
            part ->
                switch (part) {
                  case NAME -> name.isBlank();
                  case PHONE -> phone == null;
                  case ADDRESS -> address == null || address.isBlank();
                })
        .toList();
  }

  /** {@code 电话和地址}. */
  static String words(List<Part> parts) {
    return parts.stream().map(Part::word).collect(Collectors.joining("和"));
  }

  boolean onlyPhone() {
    return phone != null && name.isEmpty() && address.isEmpty() && note.isEmpty();
  }

  boolean isEmpty() {
    return phone == null && name.isEmpty() && address.isEmpty() && note.isEmpty();
  }
}
