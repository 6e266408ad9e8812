package io.github.xunbang.inbound;

import io.github.xunbang.command.Access;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.MemberClaimed;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the managers in private that somebody took a name that stood on the roster (design section
 * 5, First contact): a wrong person is noticed by whoever knows the team.
 */
@Component
class ClaimNotice {

  private final OrganizationService organizations;
  private final OutboxService outbox;

  ClaimNotice(OrganizationService organizations, OutboxService outbox) {
    this.organizations = organizations;
    this.outbox = outbox;
  }

  @EventListener
  void on(MemberClaimed event) {
    Organization organization = organizations.get(event.organizationId());
    organization.member(event.memberId()).ifPresent(claimed -> tell(organization, claimed, event));
  }

  private void tell(Organization organization, Member claimed, MemberClaimed event) {
    String text =
        "名单上的“%s”刚由本人认领（%s）。不是本人请发：移除 %s"
                .formatted(claimed.name(), organization.name(), claimed.name())
            + appointed(claimed, event.appointed());
    for (Member manager : Managers.reachable(organization)) {
      if (!manager.id().equals(claimed.id())) {
        outbox.enqueue(
            new Post(
                String.join(
                    "|",
                    "claimed",
                    organization.id(),
                    claimed.id(),
                    event.identity(),
                    manager.id()),
                organization.id(),
                manager.privateChat("").orElseThrow(),
                Post.Lane.REMINDER,
                OutboundMessage.text(text)));
      }
    }
  }

  /** Nobody gets a level by saying a name, so the manager gives it again, to the person. */
  private static String appointed(Member claimed, Access before) {
    return switch (before) {
      case LEADER -> "\n是本人就再确认一次：任命 %s 组长".formatted(claimed.name());
      case MANAGER, ADMIN -> "\n是本人就再确认一次：任命 %s 经理".formatted(claimed.name());
      case MEMBER, GUEST -> "";
    };
  }
}
