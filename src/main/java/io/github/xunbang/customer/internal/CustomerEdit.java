package io.github.xunbang.customer.internal;

import io.github.xunbang.customer.Customer;
import io.github.xunbang.customer.Phone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A stored customer with the parts of a draft put in. */
record CustomerEdit(
    Customer before, String name, @Nullable Phone phone, @Nullable String address, String note) {

  static CustomerEdit of(Customer before, CustomerDraft draft) {
    Phone phone = draft.phone();
    return new CustomerEdit(
        before,
        draft.name().isEmpty() ? before.name() : draft.name(),
        phone == null ? before.phone() : phone,
        draft.address().isEmpty() ? before.address() : draft.address(),
        draft.note().isEmpty() ? before.note() : draft.note());
  }

  /** What it still lacks then. */
  List<CustomerDraft.Part> missing() {
    return CustomerDraft.missing(name, phone, address);
  }

  /** The customer after it; complete from {@code day} on if nothing is missing any more. */
  Customer apply(LocalDate day) {
    LocalDate completed = before.completedOn();
    return new Customer(
        before.organizationId(),
        before.number(),
        name,
        phone,
        address,
        note,
        before.finderId(),
        before.ownerId(),
        before.foundOn(),
        completed == null && missing().isEmpty() ? day : completed,
        before.acts(),
        before.revision());
  }

  /** What changes, old value and new, phones masked. */
  String words() {
    List<String> changes = new ArrayList<>();
    note(changes, "名称", before.name(), name);
    note(changes, "电话", before.phone(), phone);
    note(changes, "地址", before.address(), address);
    note(changes, "备注", before.note(), note);
    return changes.isEmpty() ? "没有变化" : String.join("；", changes);
  }

  private static void note(
      List<String> changes, String word, @Nullable Object old, @Nullable Object next) {
    if (!Objects.equals(old, next)) {
      String from = old == null || old.toString().isEmpty() ? "" : old + "→";
      changes.add(word + from + next);
    }
  }

  /** The customer with its phone taken away. */
  static Customer withoutPhone(Customer one) {
    return new Customer(
        one.organizationId(),
        one.number(),
        one.name(),
        null,
        one.address(),
        one.note(),
        one.finderId(),
        one.ownerId(),
        one.foundOn(),
        one.completedOn(),
        one.acts(),
        one.revision());
  }
}
