package io.github.xunbang.customer.internal;

import io.github.xunbang.customer.Customer;
import io.github.xunbang.customer.Phone;
import io.github.xunbang.storage.FieldCipher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A customer as stored: the truth. {@code revision} guards each write.
 *
 * @param id organization and number, with a bar between
 * @param phone as {@link FieldCipher} stores it
 * @param phoneHash the hash under which the phone is claimed
 */
@Document("customers")
record CustomerDocument(
    @Id String id,
    String organizationId,
    int number,
    long revision,
    String name,
    @Nullable String phone,
    @Nullable String phoneHash,
    @Nullable String address,
    String note,
    String finderId,
    String ownerId,
    String foundOn,
    @Nullable String completedOn,
    @Nullable List<ActPart> acts) {

  /** One thing done. */
  record ActPart(String id, String actorId, Instant at, String change) {

    static ActPart of(Customer.Act act) {
      return new ActPart(act.id(), act.actorId(), act.at(), act.change());
    }

    Customer.Act toAct() {
      return new Customer.Act(id, actorId, at, change);
    }
  }

  static String id(String organizationId, int number) {
    return organizationId + "|" + number;
  }

  static CustomerDocument of(Customer customer, FieldCipher cipher) {
    Phone phone = customer.phone();
    LocalDate completedOn = customer.completedOn();
    return new CustomerDocument(
        id(customer.organizationId(), customer.number()),
        customer.organizationId(),
        customer.number(),
        customer.revision(),
        customer.name(),
        phone == null ? null : cipher.encrypt(phone.full()),
        phone == null ? null : PhoneClaim.hash(cipher, customer.organizationId(), phone),
        customer.address(),
        customer.note(),
        customer.finderId(),
        customer.ownerId(),
        customer.foundOn().toString(),
        completedOn == null ? null : completedOn.toString(),
        customer.acts().stream().map(ActPart::of).toList());
  }

  Customer toCustomer(FieldCipher cipher) {
    return new Customer(
        organizationId,
        number,
        name,
        phone == null ? null : Phone.ofDigits(cipher.decrypt(phone)),
        address,
        note,
        finderId,
        ownerId,
        LocalDate.parse(foundOn),
        completedOn == null ? null : LocalDate.parse(completedOn),
        acts == null ? List.of() : acts.stream().map(ActPart::toAct).toList(),
        revision);
  }

  /** Whether the phone is found under the hash that is in use now. */
  boolean equalsHashOf(FieldCipher cipher) {
    Phone known = phone == null ? null : Phone.ofDigits(cipher.decrypt(phone));
    return known == null || PhoneClaim.hash(cipher, organizationId, known).equals(phoneHash);
  }
}
