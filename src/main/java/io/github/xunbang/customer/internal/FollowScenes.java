package io.github.xunbang.customer.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out whose customers a call is about. */
@Component
class FollowScenes {

  private final OrganizationService organizations;
  private final FollowTexts texts;

  FollowScenes(OrganizationService organizations, FollowTexts texts) {
    this.organizations = organizations;
    this.texts = texts;
  }

  /**
   * The scene of the call.
   *
   * @throws io.github.xunbang.command.CommandRejectedException for an administrator who belongs to
   *     no team
   */
  FollowScene of(CommandCall call) {
    if (call.caller().organizationId() == null) {
      throw texts.rejection("noTeam");
    }
    Organization organization = organizations.get(call.caller().organization());
    Member self =
        Optional.ofNullable(call.caller().memberId())
            .flatMap(organization::member)
            .orElseThrow(() -> texts.rejection("enrol"));
    return new FollowScene(
        call, organization, self, organization.businessDay().of(call.message().receivedAt()));
  }
}
