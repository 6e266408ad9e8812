package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.settlement.Award;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What waits for a person, and the very line that decides it. */
final class OpenAwards {

  private static final Pattern INSIDE = Pattern.compile("适用时([\\d.]+)");
  private static final Pattern WINNER = Pattern.compile("得者([\\d.]+)");
  private static final Pattern POOL = Pattern.compile("共(\\d+)名.*合计([\\d.]+)");
  private static final int NAMES = 4;

  private OpenAwards() {}

  /** Those of one tie together, for they are decided together. */
  static List<List<Award>> grouped(Collection<Award> awards) {
    Map<List<Object>, List<Award>> groups = new LinkedHashMap<>();
    for (Award award : awards) {
      if (award.open() != null) {
        boolean tie = award.open().contains("并列");
        List<Object> key = tie ? List.of(award.rule().id(), award.open()) : List.of(award.number());
        groups.computeIfAbsent(key, none -> new ArrayList<>()).add(award);
      }
    }
    return List.copyOf(groups.values());
  }

  /** {@code #3 张敏、#4 李强 前三(R1) 待定：并列第3到4名…}. */
  static String line(List<Award> tied) {
    Award first = tied.get(0);
    if (tied.size() == 1) {
      return AwardText.line(first);
    }
    String names =
        tied.stream()
            .limit(NAMES)
            .map(award -> "#" + award.number() + " " + award.subjectName())
            .collect(Collectors.joining("、"));
    return names
        + (tied.size() > NAMES ? "等" + tied.size() + "名" : "")
        + " "
        + AwardText.ruleAndWhat(first);
  }

  /** {@code 奖惩 定 17 735（0=不扣）}. */
  static String toType(List<Award> tied) {
    Award first = tied.get(0);
    if (AmountVerb.isOfWords(first)) {
      return "奖惩 定 " + first.number() + " 是（不用写 否）";
    }
    return "奖惩 定 %s %s（0=%s）"
        .formatted(
            numbers(tied),
            sample(Objects.requireNonNullElse(first.open(), "")),
            first.rule().sense() == Rule.Sense.REWARD ? "不奖" : "不扣");
  }

  /** A tie with a pool has one amount for all of them: {@code 3-5}. */
  private static String numbers(List<Award> tied) {
    int first = tied.get(0).number();
    int last = tied.get(tied.size() - 1).number();
    boolean pool =
        tied.size() > 1
            && last - first == tied.size() - 1
            && POOL.matcher(Objects.requireNonNullElse(tied.get(0).open(), "")).find();
    return pool ? first + "-" + last : Integer.toString(first);
  }

  /** What the remark itself speaks of, an equal share of a pool, or just a number. */
  private static String sample(String open) {
    for (Pattern named : List.of(INSIDE, WINNER)) {
      Matcher found = named.matcher(open);
      if (found.find()) {
        return found.group(1);
      }
    }
    Matcher pool = POOL.matcher(open);
    return pool.find()
        ? NumberText.plain(
            new BigDecimal(pool.group(2))
                .divide(new BigDecimal(pool.group(1)), 2, RoundingMode.DOWN))
        : "500";
  }
}
