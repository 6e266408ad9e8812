package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.command.Access;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Deals;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.Member;
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
 * The deals of an owner who has left are told to the managers.
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
    boolean active =
        organization.member(ownerId).filter(member -> member.activeOn(today)).isPresent();
    if (active) {
      post(organization, ownerId, ownerId, week, text(older, today));
    } else {
      String name = organization.member(ownerId).map(Member::name).orElse("已离开的成员");
      organization.activeMembers(today).stream()
          .filter(member -> organization.accessOn(member, today).covers(Access.MANAGER))
          .forEach(
              manager -> post(organization, manager.id(), ownerId, week, left(name, older, today)));
    }
  }

  private void post(
      Organization organization, String readerId, String ownerId, LocalDate week, String text) {
    String owner = readerId.equals(ownerId) ? ownerId : ownerId + "|" + readerId;
    organization
        .member(readerId)
        .flatMap(member -> member.privateChat(""))
        .ifPresent(
            chat ->
                outbox.enqueue(
                    new Post(
                        "%s|%s|%s|%s".formatted(ChaseSchedule.KIND, organization.id(), owner, week),
                        organization.id(),
                        chat,
                        Post.Lane.REMINDER,
                        OutboundMessage.text(text))));
  }

  private static String text(List<Deal> deals, LocalDate today) {
    return "还没收齐的：%s，记得跟进\n%s\n%s收到后发：回款 #%d 尾款"
        .formatted(
            UnpaidText.sum(deals),
            lines(deals, today),
            UnpaidText.pages(deals) > 1 ? "看全部发：未回款；" : "",
            deals.get(0).number());
  }

  /** Nobody chases the deals of somebody who has left, so the managers hand them over. */
  private static String left(String name, List<Deal> deals, LocalDate today) {
    return "%s已离开，还没收齐的：%s，请安排人跟进\n%s\n转给同事发：转 #%d 姓名"
        .formatted(name, UnpaidText.sum(deals), lines(deals, today), deals.get(0).number());
  }

  private static String lines(List<Deal> deals, LocalDate today) {
    return UnpaidText.lines(UnpaidText.page(deals, 1), today, deal -> "");
  }
}
