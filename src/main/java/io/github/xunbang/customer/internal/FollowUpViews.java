package io.github.xunbang.customer.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Reply;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.message.PhoneNumbers;
import io.github.xunbang.organization.Member;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What 跟进 shows: one's own list, and the story of one customer. */
@Component
class FollowUpViews {

  private static final int SHOWN = 4;

  private final CallBackDesk desk;
  private final FollowTexts texts;

  FollowUpViews(CallBackDesk desk, FollowTexts texts) {
    this.desk = desk;
    this.texts = texts;
  }

  /** What is due or overdue comes first, then what is to come. */
  Reply own(FollowScene scene) {
    return of(scene, scene.self());
  }

  /** The same for somebody else, who ticks off alone. */
  Reply of(FollowScene scene, Member member) {
    boolean self = member.id().equals(scene.self().id());
    List<CallBack> open = desk.of(scene.organizationId(), member.id()).open();
    if (open.isEmpty()) {
      return Reply.text(texts.text(self ? "none" : "noneOf", Map.of("name", member.name())))
          .changingNothing();
    }
    long due = open.stream().filter(one -> !one.day().isAfter(scene.today())).count();
    String lines =
        open.stream().limit(SHOWN).map(one -> line(scene, one)).collect(Collectors.joining("\n"));
    String all = "…共" + open.size() + "个";
    String more = open.size() <= SHOWN ? "" : self ? all + "；" : "\n" + all;
    return Reply.text(
            texts.text(
                self ? "own" : "others",
                Map.of(
                    "name",
                    member.name(),
                    "due",
                    due == 0 ? "今天没有到期的" : "到期" + due + "个",
                    "callbacks",
                    lines,
                    "more",
                    more)))
        .changingNothing();
  }

  private static String line(FollowScene scene, CallBack one) {
    boolean late = one.day().isBefore(scene.today());
    boolean today = one.day().equals(scene.today());
    return one.line() + (late ? " 已过" : today ? " 今天" : "");
  }

  /** The latest acts, oldest first, and the sender's next appointment. */
  Reply history(FollowScene scene, Customer customer) {
    List<Customer.Act> acts = customer.acts();
    List<Customer.Act> latest = acts.subList(Math.max(0, acts.size() - SHOWN + 1), acts.size());
    String lines = latest.stream().map(act -> line(scene, act)).collect(Collectors.joining("\n"));
    List<CallBack> open =
        desk.of(scene.organizationId(), scene.self().id()).openFor(customer.number());
    return Reply.text(
            texts.text(
                "history",
                Map.of(
                    "customer",
                    ShownCustomer.line(customer),
                    "owner",
                    scene.nameOf(customer.ownerId()),
                    "acts",
                    lines.isEmpty() ? "还没有跟进记录" : lines,
                    "next",
                    open.isEmpty()
                        ? "约下次请发：跟进 K" + customer.number() + " 下周三 回访"
                        : "下次：" + open.get(0).line())))
        .changingNothing();
  }

  private static String line(FollowScene scene, Customer.Act act) {
    return DateText.shortDay(scene.organization().businessDay().of(act.at()))
        + " "
        + scene.nameOf(act.actorId())
        + " "
        + PhoneNumbers.masked(act.change());
  }
}
