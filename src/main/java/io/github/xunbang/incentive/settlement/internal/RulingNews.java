package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.organization.Member;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells in private whom a line concerns how their objection was decided. */
@Component
class RulingNews {

  private final PrivateChats chats;

  RulingNews(PrivateChats chats) {
    this.chats = chats;
  }

  /** What the decider reads about it: who could not be told, and what the group has seen. */
  String tell(AwardRequest request, Award award) {
    String text =
        request.said(
            "news",
            Map.of(
                "period", award.period().label(),
                "outcome", outcome(award),
                "reason", reason(award),
                "name", request.member().name()));
    List<Member> concerned =
        Concerned.of(request.organization(), award.subjectId(), request.today());
    boolean all =
        !concerned.isEmpty()
            && concerned.stream()
                .filter(
                    member ->
                        !chats.tell(request.organization(), member, key(request, award), text))
                .findAny()
                .isEmpty();
    String told = all ? "已私信告诉" + award.subjectName() : "没法私信" + award.subjectName() + "，请当面说";
    boolean seen =
        award.rule().sense() == Rule.Sense.REWARD && award.last(Award.Deed.UPHELD).isEmpty();
    return told + (seen ? "；群里发过的请自己说一声。" : "。");
  }

  private static String key(AwardRequest request, Award award) {
    return "incentive.ruling|" + request.organization().id() + "|" + award.number();
  }

  /** {@code #31 少签单(R3) 绩效扣减建议210元：维持}. */
  static String outcome(Award award) {
    String line = "#" + award.number() + " " + AwardText.ruleAndWhat(award);
    if (award.state() == Award.State.VOID) {
      return line + "：撤销";
    }
    return award
        .last(Award.Deed.CHANGED)
        .map(act -> line + "（" + act.note().split(" ", 2)[0] + "）")
        .orElse(line + "：维持");
  }

  /** How a change is kept: {@code 210元→200元 理由}. */
  static String changeNote(Award award, BigDecimal before, BigDecimal after, String reason) {
    return AwardText.money(award, before) + "→" + AwardText.money(award, after) + " " + reason;
  }

  private static String reason(Award award) {
    Award.Act last = award.acts().get(award.acts().size() - 1);
    return last.deed() == Award.Deed.CHANGED ? last.note().split(" ", 2)[1] : last.note();
  }
}
