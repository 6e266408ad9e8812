package io.github.xunbang.incentive.scheme.checks;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Selection;
import io.github.xunbang.incentive.scheme.RuleChecks;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks each rule alone, then the rules with each other, then all of them against the cap. */
@Component
class SoundRules implements RuleChecks {

  private final MetricCatalog catalog;

  SoundRules(MetricCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public List<Problem> problems(
      List<Rule> rules, Scheme.@Nullable Cap cap, Organization organization, LocalDate today) {
    Audiences audiences = new Audiences(organization, today);
    OneRule alone = new OneRule(organization, audiences, catalog.metrics(organization.id()));
    List<Problem> problems = new ArrayList<>();
    rules.forEach(rule -> problems.addAll(alone.problems(rule)));
    for (int i = 0; i < rules.size(); i++) {
      for (int j = i + 1; j < rules.size(); j++) {
        together(rules.get(i), rules.get(j), audiences).ifPresent(problems::add);
      }
    }
    alone.nobody().ifPresent(problems::add);
    if (cap != null) {
      overCap(rules, cap, new MostPaid(organization, audiences)).ifPresent(problems::add);
    }
    return problems;
  }

  @Override
  public Optional<BigDecimal> maximum(
      List<Rule> rules, Scheme.Cap cap, Organization organization, LocalDate today) {
    MostPaid most = new MostPaid(organization, new Audiences(organization, today));
    BigDecimal sum = BigDecimal.ZERO;
    for (Rule rule : rules) {
      Optional<BigDecimal> one = most.of(rule, cap.period());
      if (one.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(one.get());
    }
    return Optional.of(sum);
  }

  private static Optional<Problem> together(Rule one, Rule other, Audiences audiences) {
    if (one.period() != other.period()) {
      return Optional.empty();
    }
    if (one.selection() instanceof Selection.Best best
        && other.selection() instanceof Selection.Last last) {
      return meet(one, best, other, last, audiences);
    }
    if (one.selection() instanceof Selection.Last last
        && other.selection() instanceof Selection.Best best) {
      return meet(other, best, one, last, audiences);
    }
    return overlap(one, other);
  }

  private static Optional<Problem> meet(
      Rule bestRule, Selection.Best best, Rule lastRule, Selection.Last last, Audiences audiences) {
    int people = audiences.size(bestRule.audience());
    boolean same = best.by().equals(last.by()) && bestRule.audience().equals(lastRule.audience());
    int left = Math.min(last.places(), Math.min(people - best.places(), people / 2));
    if (!same || people == 0 || left == last.places()) {
      return Optional.empty();
    }
    String cut = left <= 0 ? "后几名就没有了" : "后%d名只取后%d名".formatted(last.places(), left);
    return Optional.of(
        new Problem(
            false,
            "%s：现在一共%d个，前%d名和后%d名不能碰头，%s"
                .formatted(OneRule.name(lastRule), people, best.places(), last.places(), cut)));
  }

  /** The same thing paid twice because two bands share a number. */
  private static Optional<Problem> overlap(Rule one, Rule other) {
    boolean sameKind =
        one.sense() == other.sense()
            && one.selection() instanceof Selection.Everyone
            && other.selection() instanceof Selection.Everyone
            && one.payout().getClass().equals(other.payout().getClass())
            && Measures.of(one)
                .collect(Collectors.toSet())
                .equals(Measures.of(other).collect(Collectors.toSet()))
            && mayShareSomebody(one.audience(), other.audience());
    if (!sameKind) {
      return Optional.empty();
    }
    for (Condition band : one.conditions()) {
      for (Condition next : other.conditions()) {
        if (band.isBand() && next.isBand() && !band.equals(next) && share(band, next)) {
          return Optional.of(
              new Problem(
                  true,
                  "%s 和 %s 的区间有重叠，同一个数会算两次，请改其中一条"
                      .formatted(OneRule.name(one), OneRule.name(other))));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean mayShareSomebody(Audience one, Audience other) {
    return one.kind() == other.kind()
        && (one.positions().isEmpty()
            || other.positions().isEmpty()
            || !Collections.disjoint(one.positions(), other.positions()));
  }

  private static boolean share(Condition one, Condition other) {
    return one.measure().equals(other.measure())
        && number(one.min()).compareTo(number(other.max())) <= 0
        && number(other.min()).compareTo(number(one.max())) <= 0;
  }

  private static BigDecimal number(@Nullable Limit limit) {
    return limit instanceof Limit.Number number ? number.value() : BigDecimal.ZERO;
  }

  private static Optional<Problem> overCap(List<Rule> rules, Scheme.Cap cap, MostPaid most) {
    BigDecimal sum = BigDecimal.ZERO;
    List<String> parts = new ArrayList<>();
    for (Rule rule : rules) {
      Optional<BigDecimal> one = most.of(rule, cap.period());
      if (one.isEmpty()) {
        return Optional.of(
            new Problem(
                true,
                OneRule.name(rule)
                    + "：有预算时每条都要有上限。请先加封顶，例如："
                    + (rule.id().isEmpty()
                        ? "方案 加 签单 月 每单20 封顶2000"
                        : "规则 改 " + rule.id() + " 封顶 2000")));
      }
      if (one.get().signum() > 0) {
        parts.add(OneRule.name(rule) + " " + NumberText.plain(one.get()));
      }
      sum = sum.add(one.get());
    }
    return sum.compareTo(cap.amount()) <= 0
        ? Optional.empty()
        : Optional.of(
            new Problem(
                true,
                "最多会发%s元，超过预算%s元：%s。请减金额、名次或加预算"
                    .formatted(
                        NumberText.plain(sum),
                        NumberText.plain(cap.amount()),
                        String.join(" + ", parts))));
  }
}
