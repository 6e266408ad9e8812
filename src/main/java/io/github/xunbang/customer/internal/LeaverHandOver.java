package io.github.xunbang.customer.internal;

import io.github.xunbang.approval.OpenQuestion;
import io.github.xunbang.approval.OpenQuestions;
import io.github.xunbang.approval.QuestionHandler;
import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.Reply;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.PersonName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * All customers of somebody who leaves, to one colleague: a manager is asked once with the count.
 * Whatever else that person had promised customers goes along.
 */
@Component
class LeaverHandOver implements QuestionHandler {

  private static final String KIND = "customer.handover";
  private static final int TYPED = 16;

  private final FollowScenes scenes;
  private final CustomerBook book;
  private final OwnerChange ownerChange;
  private final CallBackDesk desk;
  private final DispatchDesk dispatches;
  private final OpenQuestions questions;
  private final PrivateNotices notices;
  private final CommandCatalog catalog;

  LeaverHandOver(
      FollowScenes scenes,
      CustomerBook book,
      OwnerChange ownerChange,
      CallBackDesk desk,
      DispatchDesk dispatches,
      OpenQuestions questions,
      PrivateNotices notices,
      CommandCatalog catalog) {
    this.scenes = scenes;
    this.book = book;
    this.ownerChange = ownerChange;
    this.desk = desk;
    this.dispatches = dispatches;
    this.questions = questions;
    this.notices = notices;
    this.catalog = catalog;
  }

  /** Asks with the count; nothing is handed over yet. */
  Reply ask(FollowScene scene, String typedFrom, Member to) {
    CommandCall call = scene.call();
    if (!scene.isManager()) {
      throw call.rejection("managersOnly", Map.of());
    }
    Member from = leaver(scene, typedFrom);
    if (from.id().equals(to.id())) {
      throw call.rejection("samePerson", Map.of("name", from.name()));
    }
    int customers = book.ownedBy(scene.organizationId(), from.id()).size();
    int forms = dispatches.of(scene.organizationId()).openOf(from.id()).size();
    if (customers + forms == 0) {
      throw call.rejection("ownsNone", Map.of("name", from.name()));
    }
    String title =
        from.name()
            + "的"
            + (forms == 0 || customers > 0 ? customers + "个客户" : "")
            + (forms > 0 && customers > 0 ? "、" : "")
            + (forms > 0 ? forms + "张派单" : "")
            + "全部转给"
            + to.name();
    BusinessDay days = scene.organization().businessDay();
    questions.ask(
        call.caller(),
        KIND,
        title,
        List.of("全部转"),
        Map.of("from", from.id(), "to", to.id()),
        days.startOf(scene.today().plusDays(1)));
    return call.reply("askAll", Map.of("title", title)).changingNothing();
  }

  /** Somebody who has left already is found too. */
  private static Member leaver(FollowScene scene, String typed) {
    String name = PersonName.normalized(typed).replaceFirst("^@", "");
    return scene
        .member(typed)
        .or(
            () ->
                scene.organization().members().stream()
                    .filter(member -> member.name().equals(name))
                    .max(Comparator.comparing(Member::since)))
        .orElseThrow(
            () ->
                scene
                    .call()
                    .rejection(
                        "unknownMember",
                        Map.of("name", UntrustedText.oneLine(name, TYPED), "near", "")));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Reply answer(OpenQuestion question, int option, CommandCall call) {
    FollowScene scene = scenes.of(call);
    CommandDefinition words = catalog.find(HandOverCommands.NAME).orElseThrow();
    if (!scene.isManager()) {
      return Reply.text(words.text("managersOnly", Map.of()));
    }
    Member from = scene.organization().member(question.data().get("from")).orElseThrow();
    Member to = scene.organization().member(question.data().get("to")).orElseThrow();
    if (!to.activeOn(scene.today())) {
      return Reply.text(words.text("unknownMember", Map.of("name", to.name(), "near", "")));
    }
    long count = handAll(scene, from, to);
    notices.tell(
        scene.organization(),
        to,
        scene.channel(),
        "handover|" + scene.key(),
        words.text("receivedAll", Map.of("from", from.name(), "count", count)));
    return Reply.text(
        words.text("handedOverAll", Map.of("from", from.name(), "to", to.name(), "count", count)));
  }

  /** Cut off and answered again, it goes on with what is left and counts all. */
  private long handAll(FollowScene scene, Member from, Member to) {
    String organizationId = scene.organizationId();
    for (Customer customer : book.ownedBy(organizationId, from.id())) {
      ownerChange.handQuietly(scene, customer, to, actId(scene, customer));
    }
    List<CallBack> left = desk.of(organizationId, from.id()).open();
    desk.move(scene.organization(), left, from.id(), to.id(), false, scene.key(), scene.at());
    dispatches.handOver(scene.organization(), from, to);
    return book.ownedBy(organizationId, to.id()).stream()
        .filter(one -> one.acts().stream().anyMatch(act -> act.id().equals(actId(scene, one))))
        .count();
  }

  private static String actId(FollowScene scene, Customer customer) {
    return scene.key() + "|K" + customer.number();
  }
}
