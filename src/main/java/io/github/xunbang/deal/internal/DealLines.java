package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.deal.Act;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Share;
import io.github.xunbang.deal.Share.Confirmation;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a deal is written: {@code #12 王女士 5.8万}, {@code 张敏0.5 李四0.5(待确认)}. */
final class DealLines {

  private static final int ACTS_SHOWN = 2;

  private DealLines() {}

  /** {@code 5.8万}, {@code 888元}. */
  static String money(BigDecimal yuan) {
    String amount = NumberText.amount(yuan);
    return amount.endsWith("万") ? amount : amount + "元";
  }

  /** {@code #12 王女士 5.8万}. */
  static String title(Deal deal) {
    return "#" + deal.number() + " " + deal.customer() + " " + money(deal.amount());
  }

  /** {@code 王女士 5.8万 全屋定制（转介绍）}. */
  static String terms(Deal deal) {
    return deal.customer()
        + " "
        + money(deal.amount())
        + (deal.product() == null ? "" : " " + deal.product())
        + (deal.source() == null ? "" : "（" + deal.source() + "）");
  }

  /** {@code 张敏0.5 李四0.5(待确认)}. */
  static String shares(Organization organization, Deal deal) {
    return deal.shares().stream()
        .map(
            share ->
                name(organization, share.memberId())
                    + ShareSplit.plain(share.part())
                    + (share.confirmation() == Confirmation.ASKED ? "(待确认)" : ""))
        .collect(Collectors.joining(" "));
  }

  static String name(Organization organization, String memberId) {
    return organization.member(memberId).map(Member::name).orElse("已离开的成员");
  }

  /** {@code 未回款}, {@code 已回款3万，还差2.8万}. */
  static String money(Deal deal) {
    if (deal.cancelled()) {
      return "已退单";
    }
    if (deal.paid().signum() == 0) {
      return "未回款";
    }
    return "已回款"
        + money(deal.paid())
        + (deal.unpaid().signum() == 0 ? "，已回齐" : "，还差" + money(deal.unpaid()));
  }

  /** Everything about a deal, in at most six lines. */
  static String view(Organization organization, Deal deal) {
    List<String> lines = new ArrayList<>();
    lines.add("签单 #" + deal.number() + " " + terms(deal));
    lines.add(DateText.day(deal.signedOn()) + "签 " + shares(organization, deal));
    lines.add(money(deal) + "，" + counted(deal));
    List<Act> acts = deal.acts();
    int from = Math.max(0, acts.size() - ACTS_SHOWN);
    if (from > 0) {
      lines.add("…前面还有" + from + "步");
    }
    acts.subList(from, acts.size()).forEach(act -> lines.add(act(organization, act)));
    return String.join("\n", lines);
  }

  /** When a deal counts or has counted, for people. */
  private static String counted(Deal deal) {
    if (deal.cancelled()) {
      return "不再计入";
    }
    return Credits.countingDay(deal)
        .map(day -> DateText.shortDay(day) + "计入")
        .orElseGet(() -> counts(deal));
  }

  /** When a deal counts, for people. */
  static String counts(Deal deal) {
    if (!deal.qualified()) {
      return "来源不符，不计入";
    }
    return switch (deal.rule()) {
      case SIGNING -> "签单当天计入";
      case FIRST_PAYMENT -> "首笔回款到账计入";
      case FULL_PAYMENT -> "回款到齐后计入";
    };
  }

  /** {@code 张敏0.5 李四0.5} without what was said to it, for old → new. */
  static String plainShares(Organization organization, List<Share> shares) {
    return shares.stream()
        .map(share -> name(organization, share.memberId()) + ShareSplit.plain(share.part()))
        .collect(Collectors.joining(" "));
  }

  private static String act(Organization organization, Act act) {
    String who = name(organization, act.actorId());
    return DateText.shortDay(act.day())
        + " "
        + who
        + " "
        + word(act.kind())
        + (act.change().isEmpty() ? "" : "：" + act.change());
  }

  private static String word(Act.Kind kind) {
    return switch (kind) {
      case SIGNED -> "签单";
      case CONFIRMED -> "确认协作";
      case DECLINED -> "没认协作";
      case SILENT -> "没回协作";
      case CHANGED -> "改";
      case TRANSFERRED -> "转";
      case PAID -> "回款";
      case REFUNDED -> "退款";
      case CORRECTED -> "更正";
      case CANCELLED -> "退单";
    };
  }
}
