package io.github.xunbang.organization.internal;

import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.Caller;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Argument type {@code unit}: an active {@link Unit} of the caller's organization; 25店 is 二十五店. A
 * name that several units bear is none until the unit above is written in front.
 */
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
  public List<String> words(Caller caller) {
    return caller.organizationId() == null
        ? List.of()
        : organizations.get(caller.organization()).units().all().stream().map(Unit::name).toList();
  }

  @Override
  public Optional<Object> parse(String token, Caller caller, InboundMessage message) {
    if (caller.organizationId() == null) {
      return Optional.empty();
    }
    Organization organization = organizations.get(caller.organization());
    List<Unit> found =
        organization.units().find(token, organization.businessDay().of(message.receivedAt()));
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
