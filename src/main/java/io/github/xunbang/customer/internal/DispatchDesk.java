package io.github.xunbang.customer.internal;

import io.github.xunbang.approval.OpenQuestions;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.command.Caller;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.customer.internal.Dispatch.State;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.outbox.Post.Lane;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.ScheduleService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Sends a form: stored, posted to the receiver, asked for a receipt, and a look the next workday.
 */
@Component
class DispatchDesk {

  static final String QUESTION = "customer.dispatch";
  static final String JOB = "customer.dispatch";

  private static final int LOOK_AHEAD = 60;
  private static final int ANSWER_DAYS = 5;

  private final DispatchRepository dispatches;
  private final CustomerBook book;
  private final OutboxService outbox;
  private final ScheduleService schedule;
  private final Workdays workdays;
  private final OpenQuestions questions;
  private final DispatchTexts texts;
  private final AutoPosts autoPosts;
  private final AutoPost dispatchPost;

  DispatchDesk(
      DispatchRepository dispatches,
      CustomerBook book,
      OutboxService outbox,
      ScheduleService schedule,
      Workdays workdays,
      OpenQuestions questions,
      DispatchTexts texts,
      AutoPosts autoPosts,
      AutoPost dispatchPost) {
    this.dispatches = dispatches;
    this.book = book;
    this.outbox = outbox;
    this.schedule = schedule;
    this.workdays = workdays;
    this.questions = questions;
    this.texts = texts;
    this.autoPosts = autoPosts;
    this.dispatchPost = dispatchPost;
  }

  DispatchBook of(String organizationId) {
    return dispatches.find(organizationId);
  }

  /** Sends it, once per message, and returns it with its number. */
  Dispatch send(FollowScene scene, Dispatch draft, Customer customer) {
    Organization organization = scene.organization();
    Dispatch sent =
        dispatches
            .update(organization.id(), all -> all.with(draft))
            .sentBy(draft.key())
            .orElseThrow();
    book.change(
        organization.id(),
        customer.number(),
        scene.act(scene.key(), "派单P" + sent.number() + "给" + sent.toName() + "：" + sent.task()),
        stored -> stored);
    if (sent.state() == State.SENT) {
      hand(scene, sent, customer);
    }
    return sent;
  }

  private void hand(FollowScene scene, Dispatch sent, Customer customer) {
    Organization organization = scene.organization();
    Conversation group = sent.toGroup();
    if (group != null) {
      post(
          organization,
          group,
          "form|P" + sent.number(),
          texts.form("groupForm", organization, sent, customer, false));
    } else {
      receiver(organization, sent).ifPresent(member -> handTo(scene, sent, customer, member));
    }
    remindAfter(organization, sent, sent.sentOn());
  }

  /** Plans the one reminder for the first workday after {@code day}. */
  void remindAfter(Organization organization, Dispatch sent, LocalDate day) {
    LocalDate next = nextWorkday(organization, sent, day);
    schedule.schedule(
        new Job(
            JOB + "|" + organization.id() + "|P" + sent.number() + "|" + next,
            JOB,
            organization.id(),
            next.atTime(autoPosts.times(dispatchPost, organization).get(0))
                .atZone(organization.businessDay().zone())
                .toInstant(),
            Map.of("number", String.valueOf(sent.number()))));
  }

  /** Whether nobody is reminded then: switched off, or all is paused. */
  boolean isSilent(Organization organization, Instant at) {
    return !autoPosts.isOn(dispatchPost, organization) || autoPosts.isPaused(organization, at);
  }

  private void handTo(FollowScene scene, Dispatch sent, Customer customer, Member member) {
    Organization organization = scene.organization();
    member
        .privateChat(scene.channel())
        .ifPresent(
            chat -> {
              questions.ask(
                  caller(organization, member, chat, scene.today()),
                  QUESTION,
                  "派单 P" + sent.number() + " " + sent.label(),
                  List.of("接单", "不接"),
                  Map.of("number", String.valueOf(sent.number())),
                  organization.businessDay().startOf(scene.today().plusDays(ANSWER_DAYS)));
              post(
                  organization,
                  chat,
                  "form|P" + sent.number(),
                  texts.form("form", organization, sent, customer, true));
            });
  }

  /**
   * Changes a form and closes the question to its receiver; returns what is stored.
   *
   * @param check refuses, on the stored form; not asked when this message has changed it before
   */
  Dispatch change(FollowScene scene, int number, State next, Consumer<Dispatch> check) {
    Organization organization = scene.organization();
    Dispatch changed =
        dispatches
            .update(
                organization.id(),
                all -> all.changed(number, one -> changed(scene, one, next, check)))
            .find(number)
            .orElseThrow();
    closeQuestion(organization, changed, scene.today(), scene.at());
    return changed;
  }

  private static Dispatch changed(
      FollowScene scene, Dispatch stored, State next, Consumer<Dispatch> check) {
    if (scene.key().equals(stored.answeredBy())) {
      return stored;
    }
    check.accept(stored);
    return stored.changed(next, scene.self().id(), scene.key(), scene.today());
  }

  private void closeQuestion(
      Organization organization, Dispatch dispatch, LocalDate today, Instant now) {
    receiver(organization, dispatch)
        .ifPresent(
            member ->
                member.identities().stream()
                    .map(identity -> identity.substring(0, identity.indexOf(':')))
                    .flatMap(channel -> member.privateChat(channel).stream())
                    .map(chat -> caller(organization, member, chat, today))
                    .forEach(caller -> closeQuestion(caller, dispatch.number(), now)));
  }

  private void closeQuestion(Caller caller, int number, Instant now) {
    questions.open(caller, now).stream()
        .filter(one -> one.kind().equals(QUESTION))
        .filter(one -> String.valueOf(number).equals(one.data().get("number")))
        .forEach(one -> questions.close(caller, one.number()));
  }

  /**
   * Gives the open forms that somebody sent or has to do to a colleague; doing it again changes
   * nothing.
   */
  void handOver(Organization organization, Member from, Member to) {
    List<Dispatch> open = of(organization.id()).openOf(from.id());
    dispatches.update(
        organization.id(),
        all -> {
          DispatchBook changed = all;
          for (Dispatch one : open) {
            changed =
                changed.changed(
                    one.number(), form -> form.handedOver(from.id(), to.id(), to.name()));
          }
          return changed;
        });
  }

  static Optional<Member> receiver(Organization organization, Dispatch dispatch) {
    return Optional.ofNullable(dispatch.toId()).flatMap(organization::member);
  }

  private static Caller caller(
      Organization organization, Member member, Conversation chat, LocalDate today) {
    return new Caller(
        chat,
        chat.id(),
        organization.id(),
        member.id(),
        member.name(),
        organization.accessOn(member, today));
  }

  /** The receiver's first workday after {@code after}; a group's is the organization's. */
  private LocalDate nextWorkday(Organization organization, Dispatch sent, LocalDate after) {
    String toId = sent.toId();
    for (int ahead = 1; ahead < LOOK_AHEAD; ahead++) {
      LocalDate day = after.plusDays(ahead);
      boolean works =
          toId == null
              ? workdays.isWorkday(organization.id(), day)
              : workdays.isWorkday(organization.id(), toId, day);
      if (works) {
        return day;
      }
    }
    return after.plusDays(1);
  }

  /** Posts once per form and purpose. */
  void post(Organization organization, Conversation chat, String what, String text) {
    outbox.enqueue(
        new Post(
            "dispatch|" + organization.id() + "|" + what + "|" + chat.key(),
            organization.id(),
            chat,
            Lane.REMINDER,
            OutboundMessage.text(text)));
  }

  void delete(String organizationId) {
    dispatches.delete(organizationId);
  }
}
