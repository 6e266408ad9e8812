package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Deals;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells each owner once a week, in private, what is not paid (S-63); what was paid is not named.
 */
@Component
class ChaseJob implements JobHandler {

  private final OrganizationService organizations;
  private final Deals deals;
  private final Workdays workdays;
  private final OutboxService outbox;
  private final ChaseSchedule schedule;

  ChaseJob(
      OrganizationService organizations,
      Deals deals,
      Workdays workdays,
      OutboxService outbox,
      ChaseSchedule schedule) {
    this.organizations = organizations;
    this.deals = deals;
    this.workdays = workdays;
    this.outbox = outbox;
    this.schedule = schedule;
  }

  @Override
  public String kind() {
    return ChaseSchedule.KIND;
  }

  @Override
  public void run(Job job) {
    organizations.all().stream()
        .filter(organization -> organization.id().equals(job.organizationId()))
        .forEach(organization -> run(job, organization));
  }

  private void run(Job job, Organization organization) {
    LocalDate week = LocalDate.parse(job.data().get(ChaseSchedule.WEEK));
    LocalDate today = job.dueAt().atZone(organization.businessDay().zone()).toLocalDate();
    List<Deal> open = deals.unpaid(organization.id());
    if (open.isEmpty()) {
      return;
    }
    if (!workdays.isWorkday(organization.id(), today)) {
      if (!schedule.planLater(organization, week, today)) {
        schedule.planNext(organization);
      }
      return;
    }
    if (MoneySettings.isChasing(organization)) {
      byOwner(open).forEach((owner, own) -> chase(organization, owner, own, week, today));
    }
    schedule.planNext(organization);
  }

  private static Map<String, List<Deal>> byOwner(List<Deal> open) {
    return open.stream()
        .collect(Collectors.groupingBy(Deal::ownerId, LinkedHashMap::new, Collectors.toList()));
  }

  private void chase(
      Organization organization, String ownerId, List<Deal> own, LocalDate week, LocalDate today) {
    List<Deal> older = own.stream().filter(deal -> deal.signedOn().isBefore(today)).toList();
    if (older.isEmpty()) {
      return;
    }
    organization
        .member(ownerId)
        .filter(member -> member.activeOn(today))
        .flatMap(member -> member.privateChat(""))
        .ifPresent(
            chat ->
                outbox.enqueue(
                    new Post(
                        "%s|%s|%s|%s"
                            .formatted(ChaseSchedule.KIND, organization.id(), ownerId, week),
                        organization.id(),
                        chat,
                        Post.Lane.REMINDER,
                        OutboundMessage.text(text(older, today)))));
  }

  private static String text(List<Deal> deals, LocalDate today) {
    return "还没收齐的：%s，记得跟进\n%s\n收到后发：回款 #%d 尾款"
        .formatted(
            UnpaidText.sum(deals),
            UnpaidText.lines(deals, today, deal -> ""),
            deals.get(0).number());
  }
}
