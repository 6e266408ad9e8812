package io.github.xunbang.customer.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.customer.internal.FollowUpReader.FollowUp;
import io.github.xunbang.organization.Member;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** 跟进: notes about a customer, and call-backs that remind until they are ticked off. */
@Component
class FollowUpCommands implements CommandHandler {

  static final String NAME = "跟进";

  private static final Pattern DONE =
      Pattern.compile("(?:完成|办完|办好|打勾)\\s*#?(\\d{1,9})(?!\\d)[\\s,，:：]*(.*)", Pattern.DOTALL);
  private static final Pattern CANCEL = Pattern.compile("(?:取消|不用)\\s*#?(\\d{1,9})");

  private final FollowScenes scenes;
  private final FollowTexts texts;
  private final CustomerPick pick;
  private final CustomerBook book;
  private final Appointments appointments;
  private final FollowUpViews views;
  private final DispatchDesk dispatches;

  FollowUpCommands(
      FollowScenes scenes,
      FollowTexts texts,
      CustomerPick pick,
      CustomerBook book,
      Appointments appointments,
      FollowUpViews views,
      DispatchDesk dispatches) {
    this.scenes = scenes;
    this.texts = texts;
    this.pick = pick;
    this.book = book;
    this.appointments = appointments;
    this.views = views;
    this.dispatches = dispatches;
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
      throw texts.rejection(problem);
    }
  }

  private Reply answer(FollowScene scene, String input) {
    if (input.isEmpty()) {
      return views.own(scene);
    }
    Matcher done = DONE.matcher(input);
    if (done.matches()) {
      return appointments.tickOff(scene, Integer.parseInt(done.group(1)), done.group(2).strip());
    }
    Matcher cancel = CANCEL.matcher(input);
    if (cancel.matches()) {
      return appointments.cancel(scene, Integer.parseInt(cancel.group(1)));
    }
    Optional<Member> colleague = colleague(scene, input);
    if (colleague.isPresent()) {
      return views.of(scene, colleague.get());
    }
    CustomerPick.Split split = CustomerPick.split(input);
    Customer customer = pick.one(scene, NAME, split, one -> isHelping(scene, one.number()));
    String rest = CustomerPick.rest(split, customer);
    if (rest.isEmpty()) {
      return views.history(scene, customer);
    }
    FollowUp read = FollowUpReader.read(rest, scene.dates());
    return read instanceof FollowUp.Appointment appointment
        ? appointments.make(scene, customer, appointment)
        : note(scene, customer, ((FollowUp.Note) read).text());
  }

  /** Whose list is asked for: one's own, or that of somebody the sender leads. */
  private Optional<Member> colleague(FollowScene scene, String input) {
    return scene
        .member(input)
        .filter(scene::mayWorkFor)
        .filter(
            member ->
                book.named(scene.organizationId(), member.name()).stream()
                    .noneMatch(customer -> customer.name().equals(member.name())));
  }

  /** Whoever promised a call or was dispatched may tell how it went. */
  private boolean isHelping(FollowScene scene, int customerNumber) {
    return appointments.hasOpen(scene, customerNumber)
        || dispatches.of(scene.organizationId()).openOf(scene.self().id()).stream()
            .anyMatch(one -> one.customerNumber() == customerNumber);
  }

  private Reply note(FollowScene scene, Customer customer, String typed) {
    String text = ShownCustomer.withoutPhones(typed);
    if (text.isBlank()) {
      throw texts.rejection("emptyNote", Map.of("customer", ShownCustomer.name(customer)));
    }
    book.change(
        scene.organizationId(),
        customer.number(),
        scene.act(scene.key(), "跟进：" + text),
        stored -> stored);
    return Reply.text(
        texts.text(
            "noted",
            Map.of(
                "customer", ShownCustomer.label(customer),
                "note", text,
                "number", customer.number())));
  }
}
