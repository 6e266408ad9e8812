package io.github.xunbang.boards;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Organizations as the test put them there. */
public final class FakeOrganizations implements OrganizationService {
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

  @Override
  public Optional<Organization> boundTo(Conversation conversation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Organization> organizationsOf(String identity) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Caller identify(InboundMessage message) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Organization create(String name, boolean simulated) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void bind(Conversation group, String organizationId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Member enrol(
      String organizationId,
      @Nullable String identity,
      String name,
      @Nullable String position,
      @Nullable String unit,
      Access access) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void appoint(String organizationId, String memberId, Access access) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void unbind(Conversation group) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void set(String organizationId, Map<String, String> settings) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Organization change(String organizationId, UnaryOperator<Organization> change) {
    put(change.apply(get(organizationId)));
    return get(organizationId);
  }

  @Override
  public void rename(String organizationId, String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> deleteSimulated() {
    throw new UnsupportedOperationException();
  }
}
