package io.github.xunbang.digest;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.closing.PeriodClosed;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.ranking.FrozenBoards;
import io.github.xunbang.ranking.LeaderboardService;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import io.github.xunbang.schedule.ScheduleService;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Posts the frozen 旬榜 five minutes after the closing to every group that receives posts. Job id and
 * post key make it once, however often and on however many instances this runs.
 */
@Component
class XunDigest implements JobHandler {

  static final String JOB_KIND = "digest.board";

  private static final Duration AFTER_CLOSING = Duration.ofMinutes(5);
  private static final String START = "start";

  private final OrganizationService organizations;
  private final LeaderboardService leaderboards;
  private final ScheduleService schedule;
  private final OutboxService outbox;

  XunDigest(
      OrganizationService organizations,
      LeaderboardService leaderboards,
      ScheduleService schedule,
      OutboxService outbox) {
    this.organizations = organizations;
    this.leaderboards = leaderboards;
    this.schedule = schedule;
    this.outbox = outbox;
  }

  @EventListener
  void schedule(PeriodClosed closed) {
    if (closed.period().type() != PeriodType.XUN) {
      return;
    }
    String start = closed.period().start().toString();
    schedule.schedule(
        new Job(
            String.join("|", JOB_KIND, closed.organizationId(), "XUN", start),
            JOB_KIND,
            closed.organizationId(),
            closed.closedAt().plus(AFTER_CLOSING),
            Map.of(START, start)));
  }

  @Override
  public String kind() {
    return JOB_KIND;
  }

  @Override
  public void run(Job job) {
    Period xun = Period.containing(PeriodType.XUN, LocalDate.parse(job.data().get(START)));
    // Nothing is frozen any more when the organization was reset in between.
    leaderboards
        .frozen(job.organizationId(), xun)
        .ifPresent(frozen -> post(organizations.get(job.organizationId()), frozen));
  }

  private void post(Organization organization, FrozenBoards frozen) {
    OutboundMessage message = OutboundMessage.text(XunPost.text(frozen));
    for (ChatGroup group : organization.groups()) {
      if (group.receivesPosts()) {
        outbox.enqueue(
            new Post(
                key(organization, frozen, group),
                organization.id(),
                group.conversation(),
                Post.Lane.BOARD,
                message));
      }
    }
  }

  private static String key(Organization organization, FrozenBoards frozen, ChatGroup group) {
    return String.join(
        "|",
        "xunbang",
        organization.id(),
        "XUN",
        frozen.closed().period().start().toString(),
        group.conversation().key());
  }
}
