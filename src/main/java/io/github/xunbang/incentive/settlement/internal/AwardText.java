package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.settlement.Award;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How an award is written, the same wherever it is shown; 拟奖励 until confirmed (design section 8).
 */
public final class AwardText {

  private static final String DEDUCTION = "绩效扣减建议";

  private AwardText() {}

  /** {@code #31 张敏 少签单(R3) 绩效扣减建议210元}. */
  static String line(Award award) {
    return "#%d %s %s".formatted(award.number(), award.subjectName(), ruleAndWhat(award));
  }

  /** {@code 少签单(R3) 绩效扣减建议210元}. */
  static String ruleAndWhat(Award award) {
    return "%s(%s) %s".formatted(award.rule().title(), award.rule().id(), what(award));
  }

  /** {@code 绩效扣减建议210元}, {@code 拟奖励500元}, {@code 建议面谈}, {@code 待定：…}. */
  static String what(Award award) {
    if (award.open() != null) {
      return "待定：" + award.open();
    }
    BigDecimal amount = award.amount();
    if (amount == null) {
      return award.words();
    }
    String kind = kind(award);
    if (amount.signum() == 0) {
      return switch (award.rule().sense()) {
        case REWARD -> "不奖";
        case DEDUCTION -> "不扣";
        case NOTICE -> "不用提醒";
      };
    }
    String sign = award.difference() && amount.signum() > 0 ? "+" : "";
    return kind + (award.difference() ? "更正" : "") + sign + money(award, amount);
  }

  /** {@code 210元} or {@code 3积分}, exact. */
  static String money(Award award, BigDecimal amount) {
    return money(award.rule().currency(), amount);
  }

  private static String money(Rule.Currency currency, BigDecimal amount) {
    return NumberText.plain(amount) + (currency == Rule.Currency.YUAN ? "元" : "积分");
  }

  /** Where it stands, short. */
  public static String state(Award award) {
    return switch (award.state()) {
      case PROPOSED -> award.open() == null ? "待确认" : "待定";
      case CONFIRMED -> "已确认";
      case PUBLISHED -> "已发布";
      case OBJECTED -> "申诉中";
      case DECIDED -> "已裁定";
      case VOID -> "已作废";
    };
  }

  /** {@code 拟奖励12条共3400元，绩效扣减建议8条共960元和待定2条，提醒和建议2条}. */
  public static String totals(Collection<Award> awards) {
    List<String> parts = new ArrayList<>();
    awards.stream()
        .map(AwardText::kind)
        .distinct()
        .sorted()
        .forEach(
            kind ->
                parts.add(
                    total(kind, awards.stream().filter(one -> kind(one).equals(kind)).toList())));
    return String.join("，", parts);
  }

  private static String total(String kind, List<Award> awards) {
    String sums =
        List.of(Rule.Currency.values()).stream()
            .map(currency -> sum(currency, awards))
            .filter(sum -> !sum.isEmpty())
            .collect(Collectors.joining("和"));
    long open = awards.stream().filter(award -> award.open() != null).count();
    String decided = awards.size() - open + "条" + (sums.isEmpty() ? "" : "共" + sums);
    String what = kind + (awards.stream().allMatch(Award::difference) ? "更正" : "");
    if (open == 0) {
      return what + decided;
    }
    return what + (open == awards.size() ? "" : decided + "和") + "待定" + open + "条";
  }

  private static String sum(Rule.Currency currency, List<Award> awards) {
    BigDecimal sum =
        awards.stream()
            .filter(award -> award.rule().currency() == currency)
            .map(Award::amount)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.signum() == 0 ? "" : money(currency, sum);
  }

  /** {@code 拟奖励}, {@code 奖励}, {@code 绩效扣减建议} or {@code 提醒和建议}. */
  public static String kind(Award award) {
    return switch (award.rule().sense()) {
      case REWARD ->
          award.state() == Award.State.PROPOSED || award.state() == Award.State.VOID ? "拟奖励" : "奖励";
      case DEDUCTION -> DEDUCTION;
      case NOTICE -> "提醒和建议";
    };
  }

  /** The values of the reply isOpen. */
  static Map<String, Object> open(Award award) {
    return Map.of(
        "number",
        award.number(),
        "why",
        Objects.requireNonNullElse(award.open(), ""),
        "line",
        OpenAwards.toType(List.of(award)));
  }

  /** {@code #31 #32 #35}, the first few. */
  static String numbers(List<Award> awards) {
    int shown = 8;
    String list =
        awards.stream()
            .limit(shown)
            .map(award -> "#" + award.number())
            .collect(Collectors.joining(" "));
    return awards.size() > shown ? list + " 等" + awards.size() + "条" : list;
  }
}
