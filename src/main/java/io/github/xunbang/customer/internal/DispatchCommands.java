package io.github.xunbang.customer.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.customer.internal.Dispatch.State;
import io.github.xunbang.customer.internal.DispatchTargets.Target;
import io.github.xunbang.organization.Member;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 派单: sends one customer to a designer or another group, and keeps the receipt (S-17). */
@Component
class DispatchCommands implements CommandHandler {

  static final String NAME = "派单";

  private static final int SHOWN = 3;
  private static final Map<String, State> ANSWERS =
      Map.of(
          "接", State.TAKEN,
          "接单", State.TAKEN,
          "完成", State.DONE,
          "拒", State.DECLINED,
          "拒绝", State.DECLINED,
          "不接", State.DECLINED,
          "撤回", State.WITHDRAWN,
          "取消", State.WITHDRAWN);
  private static final Pattern ANSWER =
      Pattern.compile(
          "(接单|接|完成|拒绝|拒|不接|撤回|取消)\\s*[pPＰ]\\s*(\\d{1,9})(?!\\d)[\\s,，:：]*(.*)", Pattern.DOTALL);
  private static final Pattern ONE = Pattern.compile("[pPＰ]\\s*(\\d{1,9})");

  /** 派单 王女士 给 王设计 周六量房. */
  private static final Pattern TO = Pattern.compile("^(?:派?给|->|→)\\s*");

  private final FollowScenes scenes;
  private final CustomerPick pick;
  private final DispatchTargets targets;
  private final DispatchDesk desk;
  private final DispatchAnswers answers;
  private final CustomerBook book;
  private final DispatchTexts texts;
  private final FollowTexts followTexts;

  DispatchCommands(
      FollowScenes scenes,
      CustomerPick pick,
      DispatchTargets targets,
      DispatchDesk desk,
      DispatchAnswers answers,
      CustomerBook book,
      DispatchTexts texts,
      FollowTexts followTexts) {
    this.scenes = scenes;
    this.pick = pick;
    this.targets = targets;
    this.desk = desk;
    this.answers = answers;
    this.book = book;
    this.texts = texts;
    this.followTexts = followTexts;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    try {
      return answer(scenes.of(call), call.input().strip());
    } catch (FollowProblem problem) {
      throw followTexts.rejection(problem);
    }
  }

  private Reply answer(FollowScene scene, String input) {
    Matcher answer = ANSWER.matcher(input);
    if (answer.matches()) {
      return answers.answer(
          scene,
          Integer.parseInt(answer.group(2)),
          ANSWERS.get(answer.group(1)),
          answer.group(3).strip());
    }
    Matcher one = ONE.matcher(input);
    if (one.matches()) {
      return show(scene, Integer.parseInt(one.group(1)));
    }
    return input.isEmpty() ? own(scene) : send(scene, CustomerPick.split(input));
  }

  private Reply send(FollowScene scene, CustomerPick.Split split) {
    Customer customer = pick.one(scene, NAME, split, one -> false);
    String rest = TO.matcher(CustomerPick.rest(split, customer)).replaceFirst("");
    if (rest.isEmpty()) {
      throw texts.rejection("noTarget", Map.of("customer", ShownCustomer.name(customer)));
    }
    CustomerPick.Split to = CustomerPick.split(rest);
    Target target = targets.of(scene, to.customer());
    if (to.rest().isEmpty()) {
      throw texts.rejection(
          "noTask", Map.of("customer", ShownCustomer.name(customer), "to", target.name()));
    }
    Dispatch draft = draft(scene, customer, target, task(to.rest(), scene));
    refuseDouble(scene, draft);
    Dispatch sent = desk.send(scene, draft, customer);
    return texts.reply(
        sent.toGroup() == null ? "sent" : "sentToGroup",
        Map.of(
            "number", sent.number(),
            "customer", sent.label(),
            "to", sent.toName(),
            "task", sent.task()));
  }

  private static Dispatch draft(FollowScene scene, Customer customer, Target target, String task) {
    Member member = target.member();
    return new Dispatch(
        scene.key(),
        0,
        customer.number(),
        ShownCustomer.name(customer),
        task,
        scene.self().id(),
        member == null ? null : member.id(),
        target.group(),
        target.name(),
        scene.today(),
        State.SENT,
        null,
        null,
        null);
  }

  /** 周六上门量尺 is read with its date behind it; a past day is refused. */
  private static String task(String typed, FollowScene scene) {
    String form = TypedText.normalize(TypedText.clean(typed));
    String shown = ShownCustomer.withoutPhones(typed);
    for (int at = 0; at < form.length(); at++) {
      if (at == 0 || form.charAt(at - 1) == ' ') {
        Optional<ComingDate.Found> date = ComingDate.read(form, at, scene.dates());
        if (date.isPresent()) {
          return withDay(shown, date.get().day(), scene.today());
        }
      }
    }
    return shown;
  }

  private static String withDay(String shown, LocalDate day, LocalDate today) {
    if (day.isBefore(today)) {
      throw new FollowProblem("past", Map.of("date", DateText.day(day)));
    }
    return shown + "（" + DateText.day(day) + "）";
  }

  private void refuseDouble(FollowScene scene, Dispatch draft) {
    desk.of(scene.organizationId()).all().stream()
        .filter(one -> one.state().isOpen() && !one.key().equals(draft.key()))
        .filter(one -> one.customerNumber() == draft.customerNumber())
        .filter(one -> one.toName().equals(draft.toName()))
        .findFirst()
        .ifPresent(
            one -> {
              throw texts.rejection(
                  "double",
                  Map.of(
                      "number", one.number(),
                      "customer", one.label(),
                      "to", one.toName(),
                      "state", one.state().word()));
            });
  }

  private Reply own(FollowScene scene) {
    List<Dispatch> open = desk.of(scene.organizationId()).openOf(scene.self().id());
    if (open.isEmpty()) {
      return texts.reply("none", Map.of()).changingNothing();
    }
    String lines = open.stream().limit(SHOWN).map(Dispatch::line).collect(Collectors.joining("\n"));
    String more = open.size() > SHOWN ? "\n…共" + open.size() + "张" : "";
    return texts.reply("own", Map.of("dispatches", lines + more)).changingNothing();
  }

  private Reply show(FollowScene scene, int number) {
    Dispatch dispatch = answers.one(scene, number);
    Customer customer = book.find(scene.organizationId(), dispatch.customerNumber()).orElseThrow();
    boolean concerned =
        DispatchAnswers.isReceiver(scene, dispatch)
            || dispatch.fromId().equals(scene.self().id())
            || scene.mayWorkOn(customer);
    if (!concerned) {
      throw texts.rejection(
          "notReceiver",
          Map.of(
              "number", number,
              "to", dispatch.toName(),
              "from", scene.nameOf(dispatch.fromId())));
    }
    boolean goesThere = dispatch.state().isOpen() && dispatch.isFor(scene.self().id());
    boolean full =
        !scene.call().caller().conversation().isGroup() && (goesThere || scene.mayWorkOn(customer));
    return Reply.text(texts.form("shown", scene.organization(), dispatch, customer, full))
        .changingNothing();
  }
}
