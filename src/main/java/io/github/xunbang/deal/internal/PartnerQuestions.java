package io.github.xunbang.deal.internal;

import io.github.xunbang.approval.OpenQuestion;
import io.github.xunbang.approval.OpenQuestions;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.Caller;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Share;
import io.github.xunbang.deal.Share.Confirmation;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks collaborators whether their share is right, in the private chat and in the group where the
 * deal was said, so that one word works in either; closing one closes the other.
 */
@Component
class PartnerQuestions {

  static final String KIND = "deal.partner";
  static final String DEAL = "deal";
  static final String GROUP = "group";
  static final String CAUSE = "cause";

  /** Longer than the reminders go on; afterwards the share is settled and the answer says so. */
  private static final Duration OPEN_FOR = Duration.ofDays(60);

  private final OpenQuestions questions;
  private final OutboxService outbox;
  private final PartnerReminders reminders;
  private final SigningTexts texts;
  private final BusinessClock clock;

  PartnerQuestions(
      OpenQuestions questions,
      OutboxService outbox,
      PartnerReminders reminders,
      SigningTexts texts,
      BusinessClock clock) {
    this.questions = questions;
    this.outbox = outbox;
    this.reminders = reminders;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * Asks everybody who has not answered; the same cause again asks nobody twice.
   *
   * @param group where it was said, as {@link #group} wrote it
   * @param channel whose private chats are preferred; may be empty
   * @param cause idempotency key of what made the shares
   */
  void askAll(Organization organization, Deal deal, String group, String channel, String cause) {
    deal.shares().stream()
        .filter(share -> share.confirmation() == Confirmation.ASKED)
        .forEach(share -> ask(organization, deal, share, group, channel, cause));
  }

  private void ask(
      Organization organization,
      Deal deal,
      Share share,
      String group,
      String channel,
      String cause) {
    Member member = organization.member(share.memberId()).orElseThrow();
    Map<String, String> data =
        Map.of(DEAL, Integer.toString(deal.number()), GROUP, group, CAUSE, cause);
    Instant end = clock.instant().plus(OPEN_FOR);
    close(organization, deal.number(), member.id(), group);
    for (Caller chat : chats(organization, member, conversation(group), channel)) {
      questions.ask(
          chat, KIND, "协作 " + DealLines.title(deal), List.of("是我协作的", OpenQuestion.NO), data, end);
    }
    member.privateChat(channel).ifPresent(chat -> post(organization, deal, share, chat, cause));
    reminders.begin(organization, deal.number(), member.id(), data);
  }

  private void post(
      Organization organization, Deal deal, Share share, Conversation chat, String cause) {
    String silence = SigningSettings.silenceStands(organization) ? "就算认可" : "就退给签单人";
    String text =
        texts.text(
            "ask",
            Map.of(
                "owner", DealLines.name(organization, deal.ownerId()),
                "deal", DealLines.title(deal),
                "part", ShareSplit.plain(share.part()),
                "silence", silence));
    String key =
        String.join(
            "|", KIND, organization.id(), "" + deal.number(), share.memberId(), cause, "ask");
    outbox.enqueue(
        new Post(key, organization.id(), chat, Post.Lane.REMINDER, OutboundMessage.text(text)));
  }

  /** Closes what is open for the member about this deal, wherever it was asked. */
  void close(Organization organization, int number, String memberId, String group) {
    Instant now = clock.instant();
    organization
        .member(memberId)
        .ifPresent(
            member ->
                chats(organization, member, conversation(group), "")
                    .forEach(chat -> close(chat, number, now)));
  }

  private void close(Caller chat, int number, Instant now) {
    questions.open(chat, now).stream()
        .filter(question -> question.kind().equals(KIND))
        .filter(question -> Integer.toString(number).equals(question.data().get(DEAL)))
        .forEach(question -> questions.close(chat, question.number()));
  }

  /** The group as text, empty for a private chat. */
  static String group(Conversation where) {
    return where.isGroup() ? where.channel() + " " + where.id() : "";
  }

  static @Nullable Conversation conversation(@Nullable String group) {
    int blank = group == null ? -1 : group.indexOf(' ');
    return group == null || blank < 0
        ? null
        : Conversation.group(group.substring(0, blank), group.substring(blank + 1));
  }

  private static List<Caller> chats(
      Organization organization, Member member, @Nullable Conversation where, String channel) {
    List<Caller> chats = new ArrayList<>();
    member
        .privateChat(where == null ? channel : where.channel())
        .ifPresent(chat -> chats.add(caller(organization, member, chat, chat.id())));
    if (where != null && where.isGroup()) {
      SigningAnswers.mention(member, where)
          .ifPresent(known -> chats.add(caller(organization, member, where, known.userId())));
    }
    return chats;
  }

  private static Caller caller(
      Organization organization, Member member, Conversation chat, String userId) {
    return new Caller(chat, userId, organization.id(), member.id(), member.name(), member.access());
  }
}
