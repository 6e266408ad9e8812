package io.github.xunbang.boards;

import io.github.xunbang.command.Caller;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.organization.Organization;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Organizations as the test put them there. */
public final class FakeOrganizations extends RefusingOrganizations {
  private final Map<String, Organization> organizations = new TreeMap<>();

  public FakeOrganizations(Organization... all) {
    for (Organization one : all) {
      put(one);
    }
  }

  public void put(Organization organization) {
    organizations.put(organization.id(), organization);
  }

  public void remove(String organizationId) {
    organizations.remove(organizationId);
  }

  @Override
  public Optional<Organization> find(String organizationId) {
    return Optional.ofNullable(organizations.get(organizationId));
  }

  @Override
  public Organization get(String organizationId) {
    Organization found = organizations.get(organizationId);
    if (found == null) {
      throw new NoSuchElementException(organizationId);
    }
    return found;
  }

  @Override
  public List<Organization> all() {
    return List.copyOf(organizations.values());
  }

  /** Groups are bound to the organization that lists them. */
  @Override
  public Optional<Organization> boundTo(Conversation conversation) {
    return all().stream().filter(one -> one.group(conversation).isPresent()).findFirst();
  }

  @Override
  public Caller identify(InboundMessage message) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Organization change(String organizationId, UnaryOperator<Organization> change) {
    put(change.apply(get(organizationId)));
    return get(organizationId);
  }
}
