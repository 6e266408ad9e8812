package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import java.util.Arrays;
import java.util.Optional;

/** What people read and type for kinds of period, versions and senses. */
final class Words {

  private Words() {}

  static String period(PeriodType type) {
    return switch (type) {
      case DAY -> "日";
      case WEEK -> "周";
      case XUN -> "旬";
      case HALF_MONTH -> "半月";
      case MONTH -> "月";
      case QUARTER -> "季";
      case YEAR -> "年";
      case CAMPAIGN -> "活动";
    };
  }

  /** 每月, 每活动, 每季度, 月 … of what a budget is counted for. */
  static Optional<PeriodType> periodOf(String typed) {
    String word = typed.replaceFirst("^(每个?|按)", "").replaceFirst("度$", "");
    return Arrays.stream(PeriodType.values())
        .filter(type -> type != PeriodType.DAY && period(type).equals(word))
        .findFirst();
  }

  static String state(Scheme.State state) {
    return switch (state) {
      case DRAFT -> "草稿";
      case WAITING -> "待复核";
      case IN_FORCE -> "执行";
      case DROPPED -> "作废";
    };
  }

  static String sense(Rule.Sense sense) {
    return switch (sense) {
      case REWARD -> "拟奖励";
      case DEDUCTION -> "绩效扣减建议";
      case NOTICE -> "提示";
    };
  }

  static String currency(Rule.Currency currency) {
    return currency == Rule.Currency.YUAN ? "元" : "分";
  }
}
