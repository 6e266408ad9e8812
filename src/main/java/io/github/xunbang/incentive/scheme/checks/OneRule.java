package io.github.xunbang.incentive.scheme.checks;

import io.github.xunbang.command.NearNames;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Selection;
import io.github.xunbang.incentive.rule.Sharing;
import io.github.xunbang.incentive.scheme.RuleChecks.Problem;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be said of one rule alone. */
final class OneRule {

  private static final String NOBODY = "";
  private static final int SHOWN = 4;

  private final Organization organization;
  private final Audiences audiences;
  private final List<Metric> metrics;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, List<String>> missing = new LinkedHashMap<>();

  OneRule(Organization organization, Audiences audiences, List<Metric> metrics) {
    this.organization = organization;
    this.audiences = audiences;
    this.metrics = metrics;
  }

  List<Problem> problems(Rule rule) {
    problems.clear();
    String name = name(rule);
    amounts(rule, name);
    measures(rule, name);
    audience(rule, name);
    if (rule.campaign() != null && organization.campaign(rule.campaign()).isEmpty()) {
      refuse("%s：没有叫“%s”的活动，先发：设置 活动 %s 5-1到5-31", name, rule.campaign(), rule.campaign());
    }
    return List.copyOf(problems);
  }

  /**
   * The rules that concern nobody today, all in one remark: {@code 现在没有人是“业务员”（R4、R6）}; said once
   * after the rules were looked at.
   */
  Optional<Problem> nobody() {
    List<String> parts = new ArrayList<>();
    missing.forEach(
        (what, rules) -> {
          if (!what.equals(NOBODY)) {
            List<String> near = NearNames.nearest(what, audiences.positions());
            String like = near.isEmpty() ? "" : "，是不是“" + near.get(0) + "”？";
            parts.add("“" + what + "”" + some(rules, like));
          }
        });
    List<String> said = new ArrayList<>();
    if (!parts.isEmpty()) {
      said.add("现在没有人是" + String.join("、", parts));
    }
    if (missing.containsKey(NOBODY)) {
      said.add("现在没有人（或单位）符合，先不会有结果" + some(missing.getOrDefault(NOBODY, List.of()), ""));
    }
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(new Problem(false, String.join("；", said)));
  }

  private static String some(List<String> rules, String like) {
    return rules.stream().limit(SHOWN).collect(Collectors.joining("、", "（", ""))
        + (rules.size() > SHOWN ? "等" + rules.size() + "条" : "")
        + like
        + "）";
  }

  private static String brief(Rule rule) {
    return rule.id().isEmpty() ? rule.title() : rule.id();
  }

  /** {@code R3 少签单}; a new rule has no number yet. */
  static String name(Rule rule) {
    return (rule.id() + " " + rule.title()).strip();
  }

  private void amounts(Rule rule, String name) {
    Payout payout = rule.payout();
    if (payout instanceof Payout.Tiers tiers) {
      tiers(rule, tiers, name);
    }
    if (payout instanceof Payout.Bands bands) {
      long different =
          bands.bands().stream().map(b -> b.from().stripTrailingZeros()).distinct().count();
      if (different < bands.bands().size()) {
        refuse("%s：两档从同一个数开始，分不清给哪档，请改一档", name);
      } else if (falls(bands)) {
        warn("%s：做得越多金额反而越少，是不是写反了？", name);
      }
    }
    if (amountsOf(payout).anyMatch(amount -> amount.signum() <= 0)
        || payout instanceof Payout.Bands none && none.bands().isEmpty()) {
      refuse("%s：没写金额，例如：方案 加 签单 月 每单20", name);
    }
    if (payout instanceof Payout.Percent percent && !isAmount(percent.of())) {
      refuse("%s：只有金额类指标（业绩、回款）能按比例给，例如：方案 加 签单 月 满10 回款 10%%", name);
    }
  }

  private static boolean falls(Payout.Bands bands) {
    List<Payout.Band> rising =
        bands.bands().stream().sorted(Comparator.comparing(Payout.Band::from)).toList();
    return IntStream.range(1, rising.size())
        .anyMatch(i -> rising.get(i).amount().compareTo(rising.get(i - 1).amount()) < 0);
  }

  private static Stream<BigDecimal> amountsOf(Payout payout) {
    if (payout instanceof Payout.Fixed fixed) {
      return Stream.of(fixed.amount());
    }
    if (payout instanceof Payout.PerPiece piece) {
      return Stream.of(piece.amount());
    }
    if (payout instanceof Payout.Percent percent) {
      return Stream.of(percent.percent());
    }
    if (payout instanceof Payout.Tiers tiers) {
      return tiers.tiers().stream().map(Payout.Tier::amount);
    }
    return payout instanceof Payout.Bands bands
        ? bands.bands().stream().map(Payout.Band::amount)
        : Stream.empty();
  }

  private void tiers(Rule rule, Payout.Tiers tiers, String name) {
    int next = 1;
    for (Payout.Tier tier : tiers.tiers()) {
      if (tier.from() > next) {
        refuse("%s：第%s名没写金额，例如：业绩 月 第1名500 2名300 3名200", name, span(next, tier.from() - 1));
      } else if (tier.from() < next || tier.to() < tier.from()) {
        refuse("%s：第%d名写了两个金额，请只留一个", name, tier.from());
      }
      next = Math.max(next, tier.to() + 1);
    }
    boolean rises =
        IntStream.range(1, tiers.tiers().size())
            .anyMatch(
                i ->
                    tiers.tiers().get(i).amount().compareTo(tiers.tiers().get(i - 1).amount()) > 0);
    if (rises && rule.sense() == Rule.Sense.REWARD) {
      warn("%s：后面的名次金额反而更多，是不是写反了？", name);
    }
    int places = places(rule.selection());
    if (tiers.tiers().isEmpty() || places >= next) {
      refuse("%s：第%s名没写金额，例如：业绩 月 第1名500 2名300 3名200", name, span(next, places));
    } else if (places < next - 1) {
      refuse("%s：只取%d名，金额却写到第%d名，请改成一样", name, places, next - 1);
    }
  }

  private static String span(int from, int to) {
    return from >= to ? Integer.toString(from) : from + "到" + to;
  }

  static int places(Selection selection) {
    if (selection instanceof Selection.Best best) {
      return best.places();
    }
    if (selection instanceof Selection.Last last) {
      return last.places();
    }
    return selection instanceof Selection.Race race ? race.places() : 0;
  }

  private boolean isAmount(Measure measure) {
    return measure instanceof Measure.Value value
        && metrics.stream()
            .anyMatch(
                metric ->
                    metric.id().equals(value.metricId()) && metric.kind() == Metric.Kind.AMOUNT);
  }

  private void measures(Rule rule, String name) {
    boolean units = rule.audience().kind() == Audience.Kind.UNITS;
    if (units && Measures.of(rule).anyMatch(Measures::isPersonal)) {
      refuse("%s：缺报、迟报、口碑、考核按人算，不能按单位，去掉单位那个词再发", name);
    }
    Measures.of(rule)
        .flatMap(Measures::metricIds)
        .distinct()
        .filter(id -> metrics.stream().noneMatch(m -> m.id().equals(id) && m.active()))
        .findFirst()
        .ifPresent(id -> warn("%s：用到的指标已停用，不会再有新数", name));
  }

  private void audience(Rule rule, String name) {
    List<String> known = audiences.positions();
    List<String> named = new ArrayList<>(rule.audience().positions());
    Sharing sharing = rule.sharing();
    if (sharing != null) {
      named.addAll(sharing.coefficients().keySet().stream().sorted().toList());
      sharing(rule, sharing, name);
    }
    List<String> unknown = named.stream().filter(job -> !known.contains(job)).toList();
    for (String job : unknown) {
      missing.computeIfAbsent(job, none -> new ArrayList<>()).add(brief(rule));
    }
    if (unknown.isEmpty() && audiences.size(rule.audience()) == 0) {
      missing.computeIfAbsent(NOBODY, none -> new ArrayList<>()).add(brief(rule));
    }
  }

  private void sharing(Rule rule, Sharing sharing, String name) {
    boolean none =
        sharing.others().signum() <= 0
            && sharing.coefficients().values().stream().noneMatch(one -> one.signum() > 0);
    if (none || rule.audience().kind() != Audience.Kind.UNITS) {
      refuse("%s：按系数分只用于单位的奖，系数要大于0", name);
    }
  }

  private void refuse(String text, Object... values) {
    problems.add(new Problem(true, text.formatted(values)));
  }

  private void warn(String text, Object... values) {
    problems.add(new Problem(false, text.formatted(values)));
  }
}
