package io.github.xunbang.organization.internal;

import io.github.xunbang.command.Caller;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.PersonName;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the member that a caller names, in the caller's own organization only. */
@Component
class MemberFinder {

  private final OrganizationService organizations;

  MemberFinder(OrganizationService organizations) {
    this.organizations = organizations;
  }

  /** The active member of that name; {@code @张敏} is 张敏. */
  Optional<Member> find(String typed, Caller caller, InboundMessage message) {
    String organizationId = caller.organizationId();
    if (organizationId == null) {
      return Optional.empty();
    }
    Organization organization = organizations.get(organizationId);
    String name = PersonName.normalized(typed);
    return organization.memberNamed(
        name.startsWith("@") ? name.substring(1) : name,
        organization.businessDay().of(message.receivedAt()));
  }
}
