package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodCalendar;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CallerBusinessDay;
import io.github.xunbang.organization.Campaign;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Date and period words of a command are read by the calendar of the caller's organization. */
@Component
class OrganizationBusinessDay implements CallerBusinessDay {

  private final OrganizationService organizations;

  OrganizationBusinessDay(OrganizationService organizations) {
    this.organizations = organizations;
  }

  @Override
  public BusinessDay of(Caller caller) {
    return organization(caller).map(Organization::businessDay).orElse(BusinessDay.DEFAULT);
  }

  @Override
  public PeriodCalendar periods(Caller caller) {
    return organization(caller).map(Organization::periods).orElse(PeriodCalendar.NATURAL);
  }

  @Override
  public Map<String, Period> campaigns(Caller caller) {
    return organization(caller).stream()
        .flatMap(organization -> organization.structure().campaigns().stream())
        .collect(Collectors.toMap(Campaign::name, Campaign::period, (first, sameName) -> first));
  }

  private Optional<Organization> organization(Caller caller) {
    return Optional.ofNullable(caller.organizationId()).map(organizations::get);
  }
}
