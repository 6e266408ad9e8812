package io.github.xunbang.reminder;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.DeliveryHold;
import io.github.xunbang.outbox.Post;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Posts of quiet hours wait until they end (design section 7, S-117); private ones too. */
@Component
class QuietHoursHold implements DeliveryHold {

  private final OrganizationService organizations;
  private final AutoPosts posts;

  QuietHoursHold(OrganizationService organizations, AutoPosts posts) {
    this.organizations = organizations;
    this.posts = posts;
  }

  @Override
  public Optional<Instant> until(
      String organizationId, Conversation conversation, Post.Lane lane, Instant now) {
    return organizations
        .find(organizationId)
        .flatMap(
            organization ->
                posts.quietHours(organization).endOf(now, organization.businessDay().zone()));
  }
}
