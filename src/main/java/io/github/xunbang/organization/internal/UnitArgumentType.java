package io.github.xunbang.organization.internal;

import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.Caller;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.PersonName;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Argument type {@code unit}: an active {@link io.github.xunbang.organization.Unit} by name. */
@Component
class UnitArgumentType implements ArgumentType {

  private final OrganizationService organizations;

  UnitArgumentType(OrganizationService organizations) {
    this.organizations = organizations;
  }

  @Override
  public String name() {
    return "unit";
  }

  @Override
  public String expected() {
    return "单位名，例如“五店”";
  }

  @Override
  public Optional<Object> parse(String token, Caller caller, InboundMessage message) {
    if (caller.organizationId() == null) {
      return Optional.empty();
    }
    Organization organization = organizations.get(caller.organization());
    return organization
        .units()
        .named(PersonName.normalized(token), organization.businessDay().of(message.receivedAt()))
        .stream()
        .findFirst()
        .map(unit -> unit);
  }
}
