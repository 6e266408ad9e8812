package io.github.xunbang.reminder;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 催报 in words (design section 7): one post per group, all of its missing people named in it. */
@Component
class ReminderPosts {

  private final OutboxService outbox;
  private final ReportLine line;
  private final Reach reach;
  private final BusinessClock clock;

  ReminderPosts(OutboxService outbox, ReportLine line, Reach reach, BusinessClock clock) {
    this.clock = clock;
    this.outbox = outbox;
    this.line = line;
    this.reach = reach;
  }

  /** What each group that receives posts would read; groups whose people all reported have none. */
  Map<Conversation, OutboundMessage> perGroup(
      Organization organization, LocalDate day, List<Member> missing) {
    Map<Conversation, OutboundMessage> posts = new LinkedHashMap<>();
    for (ChatGroup group : organization.groups()) {
      if (group.receivesPosts()) {
        inGroup(organization, group, day, missing)
            .ifPresent(message -> posts.put(group.conversation(), message));
      }
    }
    return posts;
  }

  /** What this group would read, empty when nobody of its people is missing. */
  Optional<OutboundMessage> inGroup(
      Organization organization, ChatGroup group, LocalDate day, List<Member> missing) {
    List<Member> named = GroupPeople.of(organization, group, missing, day);
    if (named.isEmpty()) {
      return Optional.empty();
    }
    String text =
        "【催报】%s\n还有%d人没报：%s\n请发：日报 %s\n没@到我：引用那条再@我，或私聊"
            .formatted(
                DateText.day(day),
                named.size(),
                PersonNames.of(named),
                line.example(organization.id(), day));
    return Optional.of(
        new OutboundMessage(text, GroupPeople.mentions(named, group.conversation()), List.of()));
  }

  /**
   * Queues a group's post. {@code key} is the same whenever the same reminder is made again. Kept
   * back longer than {@link ReportReminder#KEEPS}, it would name people who have reported.
   */
  void post(Organization organization, String key, Conversation group, OutboundMessage message) {
    outbox.enqueue(
        new Post(key + "|" + group.key(), organization.id(), group, Post.Lane.REMINDER, message)
            .goodUntil(clock.instant().plus(ReportReminder.KEEPS)));
  }

  /** Reminds each of them in private too where that is set and the channel can (私聊催报). */
  void postPrivately(Organization organization, String key, LocalDate day, List<Member> missing) {
    if (!PrivateReminderSetting.isOn(organization)) {
      return;
    }
    String text =
        "【催报】%s 你还没报。\n请发：日报 %s".formatted(DateText.day(day), line.example(organization.id(), day));
    for (Member member : missing) {
      reach
          .privateChat(member)
          .ifPresent(chat -> post(organization, key, chat, OutboundMessage.text(text)));
    }
  }
}
