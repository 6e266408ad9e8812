package io.github.xunbang.organization.internal;

import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.Caller;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.PersonName;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Argument type {@code position}: a job that somebody active has, as its name. */
@Component
class PositionArgumentType implements ArgumentType {

  private final OrganizationService organizations;

  PositionArgumentType(OrganizationService organizations) {
    this.organizations = organizations;
  }

  @Override
  public String name() {
    return "position";
  }

  @Override
  public String expected() {
    return "岗位名，例如“电话营销员”";
  }

  @Override
  public Optional<Object> parse(String token, Caller caller, InboundMessage message) {
    if (caller.organizationId() == null) {
      return Optional.empty();
    }
    Organization organization = organizations.get(caller.organization());
    LocalDate today = organization.businessDay().of(message.receivedAt());
    String position = PersonName.normalized(token);
    return organization.members().stream()
            .anyMatch(member -> position.equals(member.positionOn(today)) && member.activeOn(today))
        ? Optional.of(position)
        : Optional.empty();
  }
}
