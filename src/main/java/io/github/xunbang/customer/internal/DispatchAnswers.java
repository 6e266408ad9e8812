package io.github.xunbang.customer.internal;

import io.github.xunbang.approval.OpenQuestion;
import io.github.xunbang.approval.QuestionHandler;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.customer.internal.Dispatch.State;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What becomes of a form: taken, declined, done, withdrawn; the other side reads it in private. */
@Component
class DispatchAnswers implements QuestionHandler {

  private final FollowScenes scenes;
  private final DispatchDesk desk;
  private final CustomerBook book;
  private final PrivateNotices notices;
  private final DispatchTexts texts;

  DispatchAnswers(
      FollowScenes scenes,
      DispatchDesk desk,
      CustomerBook book,
      PrivateNotices notices,
      DispatchTexts texts) {
    this.scenes = scenes;
    this.desk = desk;
    this.book = book;
    this.notices = notices;
    this.texts = texts;
  }

  @Override
  public String kind() {
    return DispatchDesk.QUESTION;
  }

  /** A refusal is an answer too: the question must not stay open behind it. */
  @Override
  public Reply answer(OpenQuestion question, int option, CommandCall call) {
    int number = Integer.parseInt(question.data().get("number"));
    try {
      return answer(scenes.of(call), number, option == 1 ? State.TAKEN : State.DECLINED, "");
    } catch (CommandRejectedException moot) {
      return Reply.text(String.valueOf(moot.getMessage()));
    }
  }

  /**
   * Changes the form's state.
   *
   * @param reason for a refusal or a result, as typed
   * @throws CommandRejectedException when there is no such form, it is not the sender's business,
   *     or it is over
   */
  Reply answer(FollowScene scene, int number, State next, String reason) {
    one(scene, number);
    Dispatch changed = desk.change(scene, number, next, stored -> check(scene, stored, next));
    String said = ShownCustomer.withoutPhones(reason);
    book.change(
        scene.organizationId(),
        changed.customerNumber(),
        scene.act(scene.key(), "派单P" + number + next.word() + (said.isEmpty() ? "" : "：" + said)),
        one -> one);
    tellOther(scene, changed, said);
    if (next == State.TAKEN && changed.toGroup() != null) {
      tellPhone(scene, changed);
    }
    return texts.reply(
        "answered" + key(next),
        Map.of(
            "number", number,
            "customer", changed.label(),
            "from", scene.nameOf(changed.fromId()),
            "to", changed.toName(),
            "reason", said.isEmpty() ? "" : "：" + said));
  }

  /** The form of this number. */
  Dispatch one(FollowScene scene, int number) {
    return desk.of(scene.organizationId())
        .find(number)
        .orElseThrow(() -> texts.rejection("unknownNumber", Map.of("number", number)));
  }

  private void check(FollowScene scene, Dispatch stored, State next) {
    boolean sender = stored.fromId().equals(scene.self().id()) || scene.isManager();
    boolean allowed =
        switch (next) {
          case WITHDRAWN -> sender;
          case DONE -> sender || isReceiver(scene, stored);
          case TAKEN -> isReceiver(scene, stored) || isInGroup(scene, stored);
          default -> isReceiver(scene, stored);
        };
    if (!allowed) {
      throw texts.rejection(
          next == State.WITHDRAWN ? "notSender" : "notReceiver",
          Map.of(
              "number", stored.number(),
              "to", stored.toName(),
              "from", scene.nameOf(stored.fromId())));
    }
    boolean taken = stored.state() == State.TAKEN && next == State.TAKEN;
    if (!stored.state().isOpen() || taken) {
      String by = stored.takenById();
      throw texts.rejection(
          "over",
          Map.of(
              "number", stored.number(),
              "customer", stored.label(),
              "state",
                  stored.state().word()
                      + (taken && by != null ? "（" + scene.nameOf(by) + "）" : "")));
    }
  }

  /** A form to a group is anybody's who speaks there, until one has taken it. */
  static boolean isReceiver(FollowScene scene, Dispatch stored) {
    return stored.isFor(scene.self().id())
        || stored.state() == State.SENT && isInGroup(scene, stored);
  }

  private static boolean isInGroup(FollowScene scene, Dispatch stored) {
    return scene.call().caller().conversation().equals(stored.toGroup());
  }

  private void tellOther(FollowScene scene, Dispatch changed, String said) {
    boolean bySender = scene.self().id().equals(changed.fromId());
    Set<String> others = bySender ? receivers(changed) : Set.of(changed.fromId());
    for (String other : others) {
      scene
          .organization()
          .member(other)
          .filter(member -> !member.id().equals(scene.self().id()))
          .ifPresent(
              member ->
                  notices.tell(
                      scene.organization(),
                      member,
                      scene.channel(),
                      "dispatch|" + scene.key(),
                      texts.text(
                          "told",
                          Map.of(
                              "name", scene.self().name(),
                              "number", changed.number(),
                              "customer", changed.label(),
                              "state", changed.state().word(),
                              "reason", said.isEmpty() ? "" : "：" + said))));
    }
  }

  private static Set<String> receivers(Dispatch changed) {
    String taker = changed.takenById();
    String to = changed.toId();
    return taker != null ? Set.of(taker) : to != null ? Set.of(to) : Set.of();
  }

  private void tellPhone(FollowScene scene, Dispatch taken) {
    Customer customer = book.find(scene.organizationId(), taken.customerNumber()).orElseThrow();
    notices.tell(
        scene.organization(),
        scene.self(),
        scene.channel(),
        "dispatch|phone|" + scene.key(),
        texts.form("shown", scene.organization(), taken, customer, true));
  }

  private static String key(State next) {
    return switch (next) {
      case TAKEN -> "Taken";
      case DECLINED -> "Declined";
      case DONE -> "Done";
      default -> "Withdrawn";
    };
  }
}
