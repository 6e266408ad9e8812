package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CallerBusinessDay;
import io.github.xunbang.organization.OrganizationService;
import org.springframework.stereotype.Component;

/** Date words of a command are read by the business day of the caller's organization. */
@Component
class OrganizationBusinessDay implements CallerBusinessDay {

  private final OrganizationService organizations;

  OrganizationBusinessDay(OrganizationService organizations) {
    this.organizations = organizations;
  }

  @Override
  public BusinessDay of(Caller caller) {
    String organizationId = caller.organizationId();
    return organizationId == null
        ? BusinessDay.DEFAULT
        : organizations.get(organizationId).businessDay();
  }
}
