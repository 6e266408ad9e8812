package io.github.xunbang.organization.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.xunbang.calendar.DaysOff;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The organization's week, extra days off and extra workdays, the same for all of its people. */
@Component
@Order(1)
class OrganizationDaysOff implements DaysOff {

  private static final int RULES_HELD = 5_000;

  private final OrganizationService organizations;
  private final LoadingCache<Map<String, String>, WorkRules> rules =
      Caffeine.newBuilder().maximumSize(RULES_HELD).weakKeys().build(WorkRules::of);

  OrganizationDaysOff(OrganizationService organizations) {
    this.organizations = organizations;
  }

  @Override
  public Optional<Boolean> works(String organizationId, @Nullable String memberId, LocalDate day) {
    return rules(organizationId).works(day);
  }

  @Override
  public Function<LocalDate, Optional<Boolean>> between(
      String organizationId, @Nullable String memberId, LocalDate first, LocalDate last) {
    return rules(organizationId)::works;
  }

  /** Weak keys compare by identity: each picture of an organization is read once. */
  private WorkRules rules(String organizationId) {
    return rules.get(organizations.get(organizationId).settings());
  }
}
