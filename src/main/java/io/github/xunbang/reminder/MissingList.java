package io.github.xunbang.reminder;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.command.Access;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.report.EveningRest;
import io.github.xunbang.schedule.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 缺报名单: who is missing, by name and in private (design section 7): to each leader the people of the
 * own units, to the managers those whom no leader was told about. Set to a time before noon it is
 * about the day before, as chains of stores have it.
 */
@Component
@Order(31)
class MissingList implements AutoPost, Recurrence {

  /** It waits for the end of the quiet hours, and is of use until people are at work again. */
  private static final Duration KEEPS = Duration.ofHours(10);

  private final OrganizationService organizations;
  private final AutoPosts autoPosts;
  private final Workdays workdays;
  private final ReportingDuty duty;
  private final EveningRest rest;
  private final Reach reach;
  private final OutboxService outbox;

  MissingList(
      OrganizationService organizations,
      AutoPosts autoPosts,
      Workdays workdays,
      ReportingDuty duty,
      EveningRest rest,
      Reach reach,
      OutboxService outbox) {
    this.organizations = organizations;
    this.autoPosts = autoPosts;
    this.workdays = workdays;
    this.duty = duty;
    this.rest = rest;
    this.reach = reach;
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "缺报名单";
  }

  @Override
  public String description() {
    return "私聊告诉组长和经理还差谁没报；设在上午就是前一天的，例如：22:05";
  }

  @Override
  public List<LocalTime> times() {
    return List.of(LocalTime.of(22, 5));
  }

  @Override
  public boolean isDue(Organization organization, LocalDate day, LocalTime time) {
    return workdays.isWorkday(organization.id(), about(day, time));
  }

  @Override
  public Optional<Instant> next(String organizationId, Instant after) {
    return autoPosts.next(this, organizationId, after);
  }

  @Override
  public Duration keeps() {
    return KEEPS;
  }

  @Override
  public void run(String organizationId, Instant dueAt) {
    organizations.find(organizationId).ifPresent(organization -> tell(organization, dueAt));
  }

  private static LocalDate about(LocalDate day, LocalTime time) {
    return time.isBefore(LocalTime.NOON) ? day.minusDays(1) : day;
  }

  private void tell(Organization organization, Instant dueAt) {
    ZonedDateTime due = dueAt.atZone(organization.businessDay().zone());
    LocalDate day = about(due.toLocalDate(), due.toLocalTime());
    List<Member> missing = duty.missing(organization, day);
    if (missing.isEmpty() || rest.rests(organization, day)) {
      return;
    }
    Set<String> told = new HashSet<>();
    for (Member leader : at(organization, day, Access.LEADER)) {
      List<Member> own =
          missing.stream()
              .filter(member -> !member.equals(leader))
              .filter(member -> organization.leads(leader.id(), member, day))
              .toList();
      if (post(organization, leader, day, dueAt, own, 0)) {
        own.forEach(member -> told.add(member.id()));
      }
    }
    List<Member> rest = missing.stream().filter(one -> !told.contains(one.id())).toList();
    for (Member manager : at(organization, day, Access.MANAGER)) {
      List<Member> others = rest.stream().filter(one -> !one.equals(manager)).toList();
      post(organization, manager, day, dueAt, others, told.size());
    }
  }

  /** Those who hold exactly the level of a leader, or the rights of a manager, deputies too. */
  private static List<Member> at(Organization organization, LocalDate day, Access level) {
    return organization.activeMembers(day).stream()
        .filter(
            member ->
                organization.accessOn(member, day).covers(Access.MANAGER)
                    ? level == Access.MANAGER
                    : organization.accessOn(member, day) == level)
        .toList();
  }

  /** Whether there was anything to tell and a way to. */
  private boolean post(
      Organization organization,
      Member reader,
      LocalDate day,
      Instant dueAt,
      List<Member> missing,
      int toldToLeaders) {
    if (missing.isEmpty()) {
      return false;
    }
    String text = text(organization, day, dueAt, missing, toldToLeaders);
    return reach
        .privateChat(reader)
        .map(
            chat -> {
              outbox.enqueue(
                  new Post(
                      String.join(
                          "|", "missing-list", organization.id(), dueAt.toString(), chat.key()),
                      organization.id(),
                      chat,
                      Post.Lane.REMINDER,
                      OutboundMessage.text(text)));
              return true;
            })
        .orElse(false);
  }

  private String text(
      Organization organization,
      LocalDate day,
      Instant dueAt,
      List<Member> missing,
      int toldToLeaders) {
    StringBuilder text =
        new StringBuilder("【缺报名单】%s\n".formatted(DateText.day(day)))
            .append("还有%d人没报：%s".formatted(missing.size(), PersonNames.of(missing)));
    if (toldToLeaders > 0) {
      text.append("\n另有%d人已私信各自组长".formatted(toldToLeaders));
    }
    unreached(organization, missing).ifPresent(line -> text.append('\n').append(line));
    boolean today = day.equals(organization.businessDay().of(dueAt));
    return text.append(today ? "\n再催一次请发：催报" : "\n看详情请发：谁没报 " + DateText.shortDay(day)).toString();
  }

  /** What did not get through is said, not skipped silently. */
  private Optional<String> unreached(Organization organization, List<Member> missing) {
    if (organization.groups().stream()
        .filter(ChatGroup::receivesPosts)
        .noneMatch(group -> reach.canPush(group.conversation()))) {
      return Optional.of("群里现在发不出催报，请发“渠道”看原因");
    }
    if (!PrivateReminderSetting.isOn(organization)) {
      return Optional.empty();
    }
    List<Member> unreached =
        missing.stream().filter(member -> reach.privateChat(member).isEmpty()).toList();
    return unreached.isEmpty()
        ? Optional.empty()
        : Optional.of("私聊不到：%s（要先和我私聊一句）".formatted(PersonNames.of(unreached)));
  }
}
