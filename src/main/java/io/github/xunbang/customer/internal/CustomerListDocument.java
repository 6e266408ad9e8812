package io.github.xunbang.customer.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The customers that a member has or once had, so that they are found by {@code _id}. Written
 * before the customer, so that none is ever missing; which are still the member's, the customers
 * themselves say.
 *
 * @param id organization and member, with a bar between
 */
@Document("customer_lists")
record CustomerListDocument(
    @Id String id, String organizationId, long revision, @Nullable List<Entry> entries) {

  /**
   * One customer.
   *
   * @param key the message or act that brought it
   */
  record Entry(int number, String key) {}

  static String id(String organizationId, String memberId) {
    return organizationId + "|" + memberId;
  }

  List<Entry> all() {
    return entries == null ? List.of() : entries;
  }

  /** The number that this message brought. */
  Optional<Integer> numberOf(String key) {
    return all().stream().filter(entry -> entry.key().equals(key)).map(Entry::number).findFirst();
  }
}
