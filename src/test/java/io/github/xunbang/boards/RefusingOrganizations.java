package io.github.xunbang.boards;

import io.github.xunbang.command.Access;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Organizations of a test that must not change them or look them up by chat. */
public abstract class RefusingOrganizations implements OrganizationService {

  @Override
  public Optional<Organization> current(String organizationId) {
    return find(organizationId);
  }

  @Override
  public Optional<Organization> find(String organizationId) {
    throw new UnsupportedOperationException();
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
  public void rename(String organizationId, String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> deleteSimulated() {
    throw new UnsupportedOperationException();
  }
}
