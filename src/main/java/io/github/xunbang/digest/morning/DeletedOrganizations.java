package io.github.xunbang.digest.morning;

import io.github.xunbang.organization.OrganizationDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets what organizations that the simulator has reset wanted said. */
@Component("morningDeletedOrganizations")
class DeletedOrganizations {

  private final DigestBookRepository books;

  DeletedOrganizations(DigestBookRepository books) {
    this.books = books;
  }

  @EventListener
  void onDeleted(OrganizationDeleted deleted) {
    books.delete(deleted.organizationId());
  }
}
