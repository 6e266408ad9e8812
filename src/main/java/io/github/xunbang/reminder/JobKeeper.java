package io.github.xunbang.reminder;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobOwners;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * Tells the managers in private of what was given up after every attempt failed, so that a missing
 * 晨会 is not taken for silence, and lets the jobs of deleted organizations end. It lives here
 * because {@code schedule} does not know organizations.
 */
@Component
class JobKeeper implements JobOwners {

  private final OrganizationService organizations;
  private final Reach reach;
  private final OutboxService outbox;
  private final BusinessClock clock;

  JobKeeper(
      OrganizationService organizations, Reach reach, OutboxService outbox, BusinessClock clock) {
    this.organizations = organizations;
    this.reach = reach;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** {@inheritDoc} A job of no organization is nobody's to lose. */
  @Override
  public boolean isGone(String organizationId) {
    return !organizationId.isEmpty() && organizations.find(organizationId).isEmpty();
  }

  @Override
  public void died(Job job, String title) {
    organizations
        .find(job.organizationId())
        .ifPresent(organization -> tell(organization, job, title));
  }

  private void tell(Organization organization, Job job, String title) {
    ZoneId zone = organization.businessDay().zone();
    Instant due = job.dueAt();
    String text =
        "【没做成】%s %s的%s，试了几次都没成，别的照常。\n请让管理服务的人看日志，这件事不会再自己做"
            .formatted(
                DateText.day(due.atZone(zone).toLocalDate()), MinuteText.of(due, zone), title);
    LocalDate today = organization.businessDay().of(clock.instant());
    for (Member member : organization.activeMembers(today)) {
      if (member.access().covers(Access.MANAGER)) {
        reach
            .privateChat(member)
            .ifPresent(
                chat ->
                    outbox.enqueue(
                        new Post(
                            "dead-job|" + job.id() + "|" + chat.key(),
                            organization.id(),
                            chat,
                            Post.Lane.REMINDER,
                            OutboundMessage.text(text))));
      }
    }
  }
}
