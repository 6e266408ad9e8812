package io.github.xunbang.organization.internal;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** Ties groups to organizations: the organization's own list decides, the look-up follows. */
final class GroupBindings {

  private final OrganizationRepository repository;
  private final LookupRepository lookups;
  private final OrganizationCache cache;

  GroupBindings(
      OrganizationRepository repository, LookupRepository lookups, OrganizationCache cache) {
    this.repository = repository;
    this.lookups = lookups;
    this.cache = cache;
  }

  /**
   * Binds {@code group}. It leaves its former organization before it enters the new one, and counts
   * as bound only while look-up and organization agree: in between nobody's boards go astray.
   */
  void bind(Conversation group, String organizationId) {
    if (!group.isGroup()) {
      throw new IllegalArgumentException("Only a group can be bound: " + group);
    }
    try {
      List<String> former = lookups.beginMove(group, organizationId);
      former.forEach(id -> remove(id, group));
      repository.update(organizationId, organization -> with(organization, group));
      lookups.moveDone(group, organizationId);
    } finally {
      cache.forget(organizationId);
      cache.forget(group);
    }
  }

  /** Takes {@code group} off the organization's list, then out of the look-up. */
  void unbind(Conversation group, String organizationId) {
    try {
      remove(organizationId, group);
      lookups.forgetGroup(group, organizationId);
    } finally {
      cache.forget(group);
    }
  }

  private void remove(String organizationId, Conversation group) {
    try {
      repository.update(organizationId, organization -> without(organization, group));
    } catch (NoSuchElementException deleted) {
      // A deleted organization lists no group any more; nothing is left to undo.
    } finally {
      cache.forget(organizationId);
    }
  }

  private static Organization with(Organization organization, Conversation group) {
    if (organization.holds(group)) {
      return organization;
    }
    List<ChatGroup> groups = new ArrayList<>(organization.groups());
    groups.add(new ChatGroup(group, true));
    return OrganizationChange.groups(organization, groups);
  }

  private static Organization without(Organization organization, Conversation group) {
    return OrganizationChange.groups(
        organization,
        organization.groups().stream()
            .filter(bound -> !bound.conversation().equals(group))
            .toList());
  }
}
