package io.github.xunbang.customer.internal;

import io.github.xunbang.organization.OrganizationDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets the customers of organizations that the simulator has reset. */
@Component("customerDeletedOrganizations")
class DeletedOrganizations {

  private final CustomersRepository customers;
  private final CustomerListsRepository lists;
  private final PhoneClaimsRepository claims;
  private final OwedCustomersRepository owed;
  private final AwaitedPartsRepository awaited;

  DeletedOrganizations(
      CustomersRepository customers,
      CustomerListsRepository lists,
      PhoneClaimsRepository claims,
      OwedCustomersRepository owed,
      AwaitedPartsRepository awaited) {
    this.customers = customers;
    this.lists = lists;
    this.claims = claims;
    this.owed = owed;
    this.awaited = awaited;
  }

  @EventListener
  void onDeleted(OrganizationDeleted deleted) {
    owed.delete(deleted.organizationId());
    awaited.delete(deleted.organizationId());
    claims.delete(deleted.organizationId());
    lists.delete(deleted.organizationId());
    customers.delete(deleted.organizationId());
  }
}
