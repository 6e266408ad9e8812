package io.github.xunbang.metric.internal;

import io.github.xunbang.boards.RefusingOrganizations;
import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.Caller;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Organizations that have set nothing, whatever they are asked for. */
final class AnyTeam extends RefusingOrganizations {

  @Override
  public Organization get(String organizationId) {
    return new Organization(
        organizationId,
        organizationId,
        BusinessDay.DEFAULT,
        Map.of(),
        false,
        List.of(),
        List.of(),
        Instant.EPOCH);
  }

  @Override
  public List<Organization> all() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Caller identify(InboundMessage message) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Organization change(String organizationId, UnaryOperator<Organization> change) {
    throw new UnsupportedOperationException();
  }
}
