package io.github.xunbang.customer.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.customer.internal.CallBack.State;
import io.github.xunbang.customer.internal.FollowUpReader.FollowUp.Appointment;
import io.github.xunbang.organization.Member;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes call-backs for one or several people, and ticks them off one by one (S-135). */
@Component
class Appointments {

  private static final int WHAT = 24;

  private final CallBackDesk desk;
  private final CallBackPeople people;
  private final CustomerBook book;
  private final PrivateNotices notices;
  private final FollowTexts texts;

  Appointments(
      CallBackDesk desk,
      CallBackPeople people,
      CustomerBook book,
      PrivateNotices notices,
      FollowTexts texts) {
    this.desk = desk;
    this.people = people;
    this.book = book;
    this.notices = notices;
    this.texts = texts;
  }

  /** Whether the sender has something open with this customer. */
  boolean hasOpen(FollowScene scene, int customerNumber) {
    return !desk.of(scene.organizationId(), scene.self().id()).openFor(customerNumber).isEmpty();
  }

  /** Stores one call-back for each person and says when who is reminded. */
  Reply make(FollowScene scene, Customer customer, Appointment wish) {
    List<Member> those =
        wish.people().isEmpty() ? List.of(owner(scene, customer)) : people.of(scene, wish.people());
    List<CallBack> made = new ArrayList<>();
    for (Member member : those) {
      CallBack stored =
          desk.add(
              scene.organization(),
              member.id(),
              callBack(scene, customer, wish, member),
              scene.at());
      made.add(stored);
      tell(scene, member, stored);
    }
    CallBack first = made.get(0);
    String names = those.stream().map(Member::name).collect(Collectors.joining("、"));
    book.change(
        scene.organizationId(),
        customer.number(),
        scene.act(
            scene.key(), "约" + DateText.day(first.day()) + " " + first.what() + "（" + names + "）"),
        stored -> stored);
    return those.size() == 1 ? one(scene, those.get(0), first) : several(scene, those, made);
  }

  private static CallBack callBack(
      FollowScene scene, Customer customer, Appointment wish, Member member) {
    String what = ShownCustomer.withoutPhones(wish.what());
    return new CallBack(
        scene.key() + "|" + member.id(),
        0,
        customer.number(),
        ShownCustomer.name(customer),
        what.length() > WHAT ? what.substring(0, WHAT) + "…" : what,
        ShownCustomer.withoutPhones(wish.event()),
        scene.self().id(),
        member.id().equals(customer.ownerId()),
        wish.day(),
        State.OPEN,
        null,
        null);
  }

  private static Member owner(FollowScene scene, Customer customer) {
    return scene
        .organization()
        .member(customer.ownerId())
        .filter(owner -> owner.activeOn(scene.today()))
        .orElse(scene.self());
  }

  private Reply one(FollowScene scene, Member member, CallBack made) {
    boolean self = member.id().equals(scene.self().id());
    return Reply.text(
        texts.text(
            "made",
            Map.of(
                "about", made.about(),
                "day", DateText.day(made.day()),
                "who", self ? "你" : member.name(),
                "number", made.number(),
                "reminder", reminderDay(scene, member, made))));
  }

  private Reply several(FollowScene scene, List<Member> those, List<CallBack> made) {
    List<String> each = new ArrayList<>();
    for (int i = 0; i < those.size(); i++) {
      each.add(those.get(i).name() + "（跟进 " + made.get(i).number() + "）");
    }
    return Reply.text(
        texts.text(
            "madeSeveral",
            Map.of(
                "about", made.get(0).about(),
                "day", DateText.day(made.get(0).day()),
                "each", String.join("、", each))));
  }

  private String reminderDay(FollowScene scene, Member member, CallBack made) {
    LocalDate day = desk.firstReminder(scene.organization(), member.id(), made, scene.at());
    return DateText.day(day) + " " + desk.time(scene.organization());
  }

  /** Somebody else's call-back is no surprise on its day. */
  private void tell(FollowScene scene, Member member, CallBack made) {
    if (!member.id().equals(scene.self().id())) {
      notices.tell(
          scene.organization(),
          member,
          scene.channel(),
          "asked|" + scene.key(),
          texts.text(
              "asked",
              Map.of(
                  "from", scene.self().name(),
                  "about", made.about(),
                  "day", DateText.day(made.day()),
                  "reminder", reminderDay(scene, member, made),
                  "number", made.number())));
    }
  }

  /** Ticks one's own call-back off; the same message again says the same. */
  Reply tickOff(FollowScene scene, int number, String typed) {
    String result = ShownCustomer.withoutPhones(typed);
    CallBack callBack = close(scene, number, State.DONE);
    book.change(
        scene.organizationId(),
        callBack.customerNumber(),
        scene.act(scene.key(), "办完：" + callBack.what() + (result.isEmpty() ? "" : "，" + result)),
        stored -> stored);
    scene
        .organization()
        .member(callBack.askedById())
        .filter(asker -> !asker.id().equals(scene.self().id()))
        .ifPresent(asker -> tellAsker(scene, asker, callBack, result));
    int left = desk.of(scene.organizationId(), scene.self().id()).open().size();
    return Reply.text(
        texts.text(
            "done",
            Map.of(
                "about", callBack.about(),
                "result", result.isEmpty() ? "" : "：" + result,
                "left", left == 0 ? "手上没有别的跟进了，辛苦了！" : "还有" + left + "个跟进，看清单请发：跟进")));
  }

  private void tellAsker(FollowScene scene, Member asker, CallBack callBack, String result) {
    notices.tell(
        scene.organization(),
        asker,
        scene.channel(),
        "ticked|" + scene.key(),
        texts.text(
            "ticked",
            Map.of(
                "name", scene.self().name(),
                "about", callBack.about(),
                "result", result.isEmpty() ? "" : "：" + result)));
  }

  /** Takes a call-back back; its reminders then find it closed. */
  Reply cancel(FollowScene scene, int number) {
    CallBack callBack = close(scene, number, State.CANCELLED);
    book.change(
        scene.organizationId(),
        callBack.customerNumber(),
        scene.act(scene.key(), "取消：" + callBack.what()),
        stored -> stored);
    return Reply.text(texts.text("cancelled", Map.of("about", callBack.about())));
  }

  private CallBack close(FollowScene scene, int number, State how) {
    CallBack stored =
        desk.close(
                scene.organizationId(), scene.self().id(), number, how, scene.key(), scene.today())
            .find(number)
            .orElseThrow(() -> unknown(scene, number));
    if (!scene.key().equals(stored.closedBy())) {
      throw texts.rejection("closedBefore", Map.of("number", number, "about", stored.about()));
    }
    return stored;
  }

  private CommandRejectedException unknown(FollowScene scene, int number) {
    String open =
        desk.of(scene.organizationId(), scene.self().id()).open().stream()
            .limit(3)
            .map(CallBack::line)
            .collect(Collectors.joining("\n"));
    return texts.rejection(
        "unknownNumber", Map.of("number", number, "open", open.isEmpty() ? "你现在没有要办的跟进" : open));
  }
}
