package io.github.xunbang.channel.wecom.webhook;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Finds the group that an administrator means. */
final class WebhookGroups {

  private static final int NAME_LENGTH = 12;

  private final OrganizationService organizations;

  WebhookGroups(OrganizationService organizations) {
    this.organizations = organizations;
  }

  /** A group and how to name it. */
  record Named(ChatGroup group, String organizationName) {

    /** For sentences: its name in quotation marks, or whose only group it is. */
    String shown() {
      String name = typed();
      return name.isEmpty()
          ? UntrustedText.oneLine(organizationName, NAME_LENGTH) + "的群"
          : "“" + UntrustedText.oneLine(name, NAME_LENGTH) + "”";
    }

    /** For lines to type: its name, or nothing for the only group. */
    String typed() {
      return Objects.requireNonNullElse(group.name(), "");
    }
  }

  /** The caller's organization as it is now. */
  Organization organization(CommandCall call) {
    String id = call.caller().organizationId();
    if (id == null) {
      throw new CommandRejectedException(WebhookReplies.NO_TEAM);
    }
    return organizations.get(id);
  }

  /** The group called {@code name}; without a name the only one. */
  Named find(Organization organization, String name) {
    List<ChatGroup> groups = organization.groups();
    if (groups.isEmpty()) {
      throw new CommandRejectedException(WebhookReplies.NO_GROUPS);
    }
    if (!name.isEmpty()) {
      return organization
          .groupNamed(name)
          .map(group -> new Named(group, organization.name()))
          .orElseThrow(
              () -> new CommandRejectedException(WebhookReplies.unknownGroup(names(organization))));
    }
    if (groups.size() > 1) {
      throw new CommandRejectedException(WebhookReplies.whichGroup(names(organization)));
    }
    return new Named(groups.get(0), organization.name());
  }

  private static String names(Organization organization) {
    String names =
        organization.groups().stream()
            .map(ChatGroup::name)
            .filter(Objects::nonNull)
            .map(name -> UntrustedText.oneLine(name, NAME_LENGTH))
            .collect(Collectors.joining("、"));
    return names.isEmpty() ? "群还没有名字" : names;
  }
}
