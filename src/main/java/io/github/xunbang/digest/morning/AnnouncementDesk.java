package io.github.xunbang.digest.morning;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.digest.morning.Announcement.State;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import io.github.xunbang.schedule.ScheduleService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says 公告 at once or when they are due, to every group that receives posts. The post key hangs on
 * the number, so each is said once per group, however often this runs.
 */
@Component
class AnnouncementDesk implements JobHandler {

  static final String KIND = "digest.announcement";

  private static final String NUMBER = "number";

  private final OrganizationService organizations;
  private final DigestBookRepository books;
  private final ScheduleService schedule;
  private final OutboxService outbox;

  AnnouncementDesk(
      OrganizationService organizations,
      DigestBookRepository books,
      ScheduleService schedule,
      OutboxService outbox) {
    this.organizations = organizations;
    this.books = books;
    this.schedule = schedule;
    this.outbox = outbox;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Says a planned one, unless it was cancelled meanwhile. */
  @Override
  public void run(Job job) {
    int number = Integer.parseInt(job.data().getOrDefault(NUMBER, "0"));
    organizations
        .find(job.organizationId())
        .ifPresent(
            organization ->
                books
                    .find(organization.id())
                    .announcement(number)
                    .filter(one -> one.state() == State.PLANNED)
                    .ifPresent(
                        one -> {
                          say(organization, one);
                          sent(organization, number, one.instant(), null);
                        }));
  }

  /** Plans a stored one. */
  void plan(Organization organization, Announcement announcement) {
    schedule.schedule(
        new Job(
            jobId(organization, announcement.number()),
            KIND,
            organization.id(),
            announcement.instant(),
            Map.of(NUMBER, String.valueOf(announcement.number()))));
  }

  /** Says a stored one now; again after a crash changes nothing. */
  void say(Organization organization, Announcement announcement) {
    String day =
        DateText.day(
            announcement.instant().atZone(organization.businessDay().zone()).toLocalDate());
    for (ChatGroup group : groups(organization)) {
      outbox.enqueue(
          new Post(
              String.join(
                  "|",
                  "公告",
                  organization.id(),
                  String.valueOf(announcement.number()),
                  group.conversation().key()),
              organization.id(),
              group.conversation(),
              Post.Lane.REMINDER,
              OutboundMessage.text("【公告】" + day + "\n" + announcement.text())));
    }
  }

  /** Marks it as said at {@code at}, by the message {@code by} if one confirmed it. */
  void sent(Organization organization, int number, Instant at, @Nullable String by) {
    books.update(
        organization.id(), book -> book.changing(number, one -> one.now(State.SENT, at, by)));
  }

  void cancel(Organization organization, Announcement announcement, String by) {
    schedule.cancel(jobId(organization, announcement.number()));
    books.update(
        organization.id(),
        book ->
            book.changing(
                announcement.number(), one -> one.now(State.CANCELLED, one.instant(), by)));
  }

  static List<ChatGroup> groups(Organization organization) {
    return organization.groups().stream().filter(ChatGroup::receivesPosts).toList();
  }

  private static String jobId(Organization organization, int number) {
    return KIND + "|" + organization.id() + "|" + number;
  }
}
