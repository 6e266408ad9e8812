package io.github.xunbang.customer.internal;

import io.github.xunbang.customer.Customer;
import io.github.xunbang.customer.Phone;
import io.github.xunbang.storage.FieldCipher;
import io.github.xunbang.storage.PlainFields;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Encrypts the phones that were stored before there was a key, and claims them anew. */
@Component
class CustomerFields implements PlainFields {

  private final CustomersRepository customers;
  private final PhoneClaimsRepository claims;
  private final FieldCipher cipher;

  CustomerFields(CustomersRepository customers, PhoneClaimsRepository claims, FieldCipher cipher) {
    this.customers = customers;
    this.claims = claims;
    this.cipher = cipher;
  }

  @Override
  public void encrypt() {
    customers.eachWithOldHash(this::encrypt);
    claims.deletePlain();
  }

  private void encrypt(Customer customer) {
    Phone phone = Objects.requireNonNull(customer.phone());
    Customer.Act first = customer.acts().get(0);
    claims.insert(
        new PhoneClaim(
            customer.organizationId(),
            PhoneClaim.hash(cipher, customer.organizationId(), phone),
            customer.number(),
            first.id(),
            customer.finderId(),
            customer.foundOn(),
            first.at()));
    customers.replace(
        new Customer(
            customer.organizationId(),
            customer.number(),
            customer.name(),
            phone,
            customer.address(),
            customer.note(),
            customer.finderId(),
            customer.ownerId(),
            customer.foundOn(),
            customer.completedOn(),
            customer.acts(),
            customer.revision() + 1));
  }
}
