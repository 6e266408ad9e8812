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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Posts frozen boards (旬榜, 半月榜 … 活动榜) five minutes after the closing, or at the time that was set
 * in chat if that is later, to every group that receives posts. Job id and post key make it once,
 * however often and on however many instances this runs.
 */
@Component
class BoardDigest implements JobHandler {

  static final String JOB_KIND = "digest.board";

  private static final String TYPE = "type";
  private static final String START = "start";
  private static final String END = "end";

  private final OrganizationService organizations;
  private final LeaderboardService leaderboards;
  private final ScheduleService schedule;
  private final OutboxService outbox;
  private final BoardSwitches switches;

  BoardDigest(
      OrganizationService organizations,
      LeaderboardService leaderboards,
      ScheduleService schedule,
      OutboxService outbox,
      BoardSwitches switches) {
    this.organizations = organizations;
    this.leaderboards = leaderboards;
    this.schedule = schedule;
    this.outbox = outbox;
    this.switches = switches;
  }

  @EventListener
  void schedule(PeriodClosed closed) {
    Period period = closed.period();
    // What ends on one day is posted shortest first: a second between them keeps the jobs in order.
    Duration order = Duration.ofSeconds(Math.max(0, period.type().compareTo(PeriodType.XUN)));
    schedule.schedule(
        new Job(
            String.join(
                "|",
                JOB_KIND,
                closed.organizationId(),
                period.type().name(),
                period.start() + ends(period)),
            JOB_KIND,
            closed.organizationId(),
            due(closed).plus(order),
            Map.of(
                TYPE, period.type().name(),
                START, period.start().toString(),
                END, period.end().toString())));
  }

  @Override
  public String kind() {
    return JOB_KIND;
  }

  @Override
  public String title(Job job) {
    return "发榜";
  }

  @Override
  public void run(Job job) {
    // Nothing is frozen any more when the organization was reset in between.
    leaderboards
        .frozen(job.organizationId(), period(job))
        .ifPresent(frozen -> run(job, organizations.get(job.organizationId()), frozen));
  }

  /** Late or not, whether it is posted depends on the switch now and on a pause at its time. */
  private void run(Job job, Organization organization, FrozenBoards frozen) {
    if (switches.allow(organization, frozen.closed().period().type(), job.dueAt())) {
      post(organization, frozen);
    }
  }

  private Instant due(PeriodClosed closed) {
    Instant earliest = closed.closedAt().plus(BoardSwitch.AFTER_CLOSING);
    return organizations
        .find(closed.organizationId())
        .map(organization -> switches.due(organization, closed, earliest))
        .orElse(earliest);
  }

  /** Jobs of version 0.1 hold the start of a 旬 only. */
  private static Period period(Job job) {
    LocalDate start = LocalDate.parse(job.data().get(START));
    return job.data().containsKey(TYPE)
        ? new Period(
            PeriodType.valueOf(job.data().get(TYPE)), start, LocalDate.parse(job.data().get(END)))
        : Period.containing(PeriodType.XUN, start);
  }

  private void post(Organization organization, FrozenBoards frozen) {
    for (ChatGroup group : organization.groups()) {
      if (group.receivesPosts()) {
        List<String> texts = new BoardPost(organization, frozen, group.unitIds()).texts();
        for (int part = 0; part < texts.size(); part++) {
          outbox.enqueue(
              new Post(
                  key(organization, frozen, group, part),
                  organization.id(),
                  group.conversation(),
                  Post.Lane.BOARD,
                  OutboundMessage.text(texts.get(part))));
        }
      }
    }
  }

  private static String key(
      Organization organization, FrozenBoards frozen, ChatGroup group, int part) {
    Period period = frozen.closed().period();
    String key =
        String.join(
            "|",
            "xunbang",
            organization.id(),
            period.type().name(),
            period.start() + ends(period),
            group.conversation().key());
    return part == 0 ? key : key + "|" + (part + 1);
  }

  /** Two campaigns may start on one day. */
  private static String ends(Period period) {
    return period.type() == PeriodType.CAMPAIGN ? "-" + period.end() : "";
  }
}
