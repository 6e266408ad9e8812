package io.github.xunbang.reminder.offline;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.QuietHours;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells groups from when to when answers were missing: only groups that take reports, of teams in
 * which somebody reported that day or the day before, and only when two minutes of it lay on a
 * workday outside the quiet hours. Simulated teams hear nothing: their people live in this process.
 */
@Component
class OfflineLines {

  private static final Logger log = LoggerFactory.getLogger(OfflineLines.class);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final int MINUTES_OF_DAY = 24 * 60;
  private static final int NOTICED_MINUTES = 2;

  private final OrganizationService organizations;
  private final AutoPosts posts;
  private final Workdays workdays;
  private final Ledger ledger;
  private final OutboxService outbox;
  private final BusinessClock clock;

  OfflineLines(
      OrganizationService organizations,
      AutoPosts posts,
      Workdays workdays,
      Ledger ledger,
      OutboxService outbox,
      BusinessClock clock) {
    this.organizations = organizations;
    this.posts = posts;
    this.workdays = workdays;
    this.ledger = ledger;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Queues the lines of one outage; the same outage again queues nothing new.
   *
   * @param from real time at which the channel was last seen connected
   * @param to real time at which it is back
   */
  void announce(String channel, Instant from, Instant to) {
    Instant begin = from.plus(clock.offset());
    Instant end = to.plus(clock.offset());
    for (Organization organization : organizations.all()) {
      List<ChatGroup> groups =
          organization.groups().stream()
              .filter(group -> group.conversation().channel().equals(channel))
              .filter(ChatGroup::takesReports)
              .toList();
      if (!organization.simulated() && !groups.isEmpty()) {
        announce(organization, groups, begin, end);
      }
    }
  }

  /** What fails for one team must not silence the others. */
  private void announce(
      Organization organization, List<ChatGroup> groups, Instant from, Instant to) {
    try {
      if (!posts.isPaused(organization, to)
          && wasNoticed(organization, from, to)
          && wasActive(organization, from)) {
        groups.forEach(group -> announce(organization, group, from, to));
      }
    } catch (RuntimeException e) {
      log.warn("No offline line: organization={}", organization.id(), e);
    }
  }

  private void announce(Organization organization, ChatGroup group, Instant from, Instant to) {
    outbox.enqueue(
        new Post(
            String.join("|", "offline", from.toString(), group.conversation().key()),
            organization.id(),
            group.conversation(),
            Post.Lane.REMINDER,
            OutboundMessage.text(text(from, to, organization.businessDay().zone()))));
  }

  private boolean wasNoticed(Organization organization, Instant from, Instant to) {
    QuietHours quiet = posts.quietHours(organization);
    ZoneId zone = organization.businessDay().zone();
    return Stream.iterate(from, minute -> minute.plus(1, ChronoUnit.MINUTES))
        .limit(MINUTES_OF_DAY)
        .takeWhile(to::isAfter)
        .filter(minute -> quiet.endOf(minute, zone).isEmpty())
        .filter(
            minute -> workdays.isWorkday(organization.id(), organization.businessDay().of(minute)))
        .skip(NOTICED_MINUTES)
        .findFirst()
        .isPresent();
  }

  private boolean wasActive(Organization organization, Instant from) {
    LocalDate day = organization.businessDay().of(from);
    List<String> members = organization.activeMembers(day).stream().map(Member::id).toList();
    return Stream.of(day, day.minusDays(1))
        .anyMatch(
            one ->
                ledger.day(organization.id(), members, one).values().stream()
                    .anyMatch(DaySheet::isReported));
  }

  /** The second day is written only when it is another. */
  private static String text(Instant from, Instant to, ZoneId zone) {
    ZonedDateTime begin = from.atZone(zone);
    ZonedDateTime end = to.atZone(zone);
    boolean sameDay = begin.toLocalDate().equals(end.toLocalDate());
    return "【掉线】%s %s到%s%s 我不在线，这段时间的话可能没收到。\n没见我回的请再发一次，回过“已登记”的不用管。"
        .formatted(
            DateText.day(begin.toLocalDate()),
            TIME.format(begin),
            sameDay ? "" : DateText.day(end.toLocalDate()) + " ",
            TIME.format(end));
  }
}
