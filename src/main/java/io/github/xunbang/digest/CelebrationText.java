package io.github.xunbang.digest;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.PersonName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a 喜报: who signed whom for how much, and the how manieth it is. */
final class CelebrationText {

  private static final Pattern TITLED =
      Pattern.compile(
          ".*?((?:欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|\\p{IsHan})"
              + "(?:女士|先生|小姐|太太|老师|经理|老板|阿姨|大姐|大哥|医生|总|姐|哥|叔|董|工))");
  private static final int NAME = 20;

  private CelebrationText() {}

  /**
   * Three short lines.
   *
   * @param counted the deals of the month up to this one, this one included, none cancelled
   * @param today business day of the post
   */
  static String of(Organization organization, Deal deal, List<Deal> counted, LocalDate today) {
    long ofDay = counted.stream().filter(one -> one.signedOn().equals(deal.signedOn())).count();
    BigDecimal sum = counted.stream().map(Deal::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    String day = deal.signedOn().equals(today) ? "今天" : DateText.day(deal.signedOn());
    return "🎉 喜报：%s签下%s %s%s！\n%s第%d单，本月第%d单，共%s\n恭喜%s，大家一起加油！"
        .formatted(
            name(organization, deal.ownerId()),
            customer(deal.customer()),
            money(deal.amount()),
            deal.product() == null ? "" : " " + UntrustedText.oneLine(deal.product(), NAME),
            day,
            ofDay,
            counted.size(),
            money(sum),
            people(organization, deal));
  }

  /** 王女士 for 12栋王女士, a surname for a full name; companies keep theirs. */
  static String customer(String customer) {
    Matcher titled = TITLED.matcher(customer);
    if (titled.matches()) {
      return titled.group(1);
    }
    return PersonName.looksLikeName(customer)
        ? customer.substring(0, 1) + "姓客户"
        : UntrustedText.oneLine(customer, NAME);
  }

  private static String people(Organization organization, Deal deal) {
    return deal.shares().stream()
        .map(share -> name(organization, share.memberId()))
        .collect(Collectors.joining("、"));
  }

  private static String name(Organization organization, String memberId) {
    return organization.member(memberId).map(Member::name).orElse("同事");
  }

  private static String money(BigDecimal yuan) {
    String amount = NumberText.amount(yuan);
    return amount.endsWith("万") ? amount : amount + "元";
  }
}
