package io.github.xunbang.incentive.oracle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules as the customer's documents say them, one record per sentence. All are settled monthly. */
sealed interface Written {

  /**
   * 少一个…扣…元, only between {@code low} and {@code high} pieces where they are given (S-99–S-101).
   */
  record Shortfall(
      String job,
      String metric,
      BigDecimal each,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high)
      implements Written {}

  /** N个以上(含N个)签单：按…的百分之几 (S-59). */
  record Gate(String metric, BigDecimal least, String money, BigDecimal percent)
      implements Written {}

  /** 前几名有奖 (S-82, S-90); {@code amounts} by place. */
  record Best(String metric, List<BigDecimal> amounts) implements Written {}

  /** 前几名有奖,后几名待改进 in one rule sheet (S-83). */
  record BestAndLast(String metric, List<BigDecimal> amounts, int last) implements Written {}

  /** 完成先后顺序前几名 with the fill-in list (S-86–S-88). */
  record Race(
      String metric, BigDecimal line, @Nullable BigDecimal fallback, List<BigDecimal> amounts)
      implements Written {}

  /** 连续几个月签单挂零 (S-104). */
  record Nothing(String metric, int months) implements Written {}

  /** 连续几个月没完成定额 (S-106). */
  record BelowQuota(String metric, int months) implements Written {}

  /** 缺报一次扣几元. */
  record Missed(BigDecimal each) implements Written {}

  /** 迟报一次扣几元. */
  record Late(BigDecimal each) implements Written {}

  /** 第一名的小组奖…元,按系数分 (S-92). */
  record BestUnit(String metric, BigDecimal amount, Map<String, BigDecimal> coefficients)
      implements Written {}

  /** 个人业绩占小组的百分之几以上 (S-50). */
  record OwnShare(String metric, BigDecimal percent, BigDecimal amount) implements Written {}

  /** 奖金乘小组完成率,不低于、不高于 (S-96). */
  record TimesUnit(
      String metric,
      BigDecimal least,
      BigDecimal amount,
      String unitMetric,
      BigDecimal lowest,
      BigDecimal highest)
      implements Written {}

  /** 完成率到…奖…,到…奖… (S-95); from the lowest step up. */
  record Steps(String metric, List<Step> steps) implements Written {}

  /** One step in percent of the quota. */
  record Step(BigDecimal percent, BigDecimal amount) {}

  /** 小组到了目标,而且个人满…的,奖… (S-89). */
  record UnitReached(String unitMetric, String metric, BigDecimal least, BigDecimal amount)
      implements Written {}
}
