package io.github.xunbang.digest;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.DealSigned;
import io.github.xunbang.deal.Deals;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Posts a 喜报 for each signed deal to the groups that receive posts, once. The group where it was
 * said reads the congratulation in the answer (design section 5); a group of other units hears
 * nothing of it, and a deal dated back into an earlier month is no news.
 */
@Component
class Celebrations {

  private final OrganizationService organizations;
  private final Deals deals;
  private final OutboxService outbox;
  private final BusinessClock clock;

  Celebrations(
      OrganizationService organizations, Deals deals, OutboxService outbox, BusinessClock clock) {
    this.organizations = organizations;
    this.deals = deals;
    this.outbox = outbox;
    this.clock = clock;
  }

  @EventListener
  void celebrate(DealSigned signed) {
    Organization organization = organizations.get(signed.deal().organizationId());
    Deal deal = signed.deal();
    LocalDate today = organization.businessDay().of(clock.instant());
    Period month = organization.periods().containing(PeriodType.MONTH, today);
    List<ChatGroup> groups =
        organization.groups().stream()
            .filter(ChatGroup::receivesPosts)
            .filter(group -> !group.conversation().equals(signed.conversation()))
            .filter(group -> concerns(organization, group, deal))
            .toList();
    if (groups.isEmpty()
        || deal.cancelled()
        || !CelebrationSetting.isOn(organization)
        || !month.contains(deal.signedOn())) {
      return;
    }
    String text = CelebrationText.of(organization, deal, counted(deal, month), today);
    groups.forEach(group -> post(organization, deal, group, text));
  }

  /** The deals up to this one, so that telling it again says the same. */
  private List<Deal> counted(Deal deal, Period month) {
    return deals.signed(deal.organizationId(), month.start(), month.end()).stream()
        .filter(one -> !one.cancelled() && one.number() <= deal.number())
        .toList();
  }

  private static boolean concerns(Organization organization, ChatGroup group, Deal deal) {
    if (group.unitIds().isEmpty()) {
      return true;
    }
    Set<String> shown =
        group.unitIds().stream()
            .flatMap(unitId -> organization.units().within(unitId).stream())
            .collect(Collectors.toSet());
    return deal.shares().stream()
        .flatMap(share -> organization.member(share.memberId()).stream())
        .map(member -> Objects.requireNonNullElse(member.unitIdOn(deal.signedOn()), ""))
        .anyMatch(shown::contains);
  }

  private void post(Organization organization, Deal deal, ChatGroup group, String text) {
    outbox.enqueue(
        new Post(
            String.join(
                "|",
                "celebration",
                organization.id(),
                Integer.toString(deal.number()),
                group.conversation().key()),
            organization.id(),
            group.conversation(),
            Post.Lane.BOARD,
            OutboundMessage.text(text)));
  }
}
