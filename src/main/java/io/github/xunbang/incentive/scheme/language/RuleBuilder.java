package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Factor;
import io.github.xunbang.incentive.rule.Guard;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Selection;
import io.github.xunbang.incentive.rule.Sharing;
import io.github.xunbang.incentive.scheme.language.Written.Choice;
import io.github.xunbang.incentive.scheme.language.Written.Clause;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rules of what a line says, and refuses what it leaves out. */
final class RuleBuilder {

  private final Written written;
  private final String line;
  private final Limits limits;
  private final RuleTitles titles;
  private final MeasureText measures;

  RuleBuilder(Written written, String line, MeasureText measures) {
    this.written = written;
    this.line = line;
    this.measures = measures;
    this.limits = new Limits(measures);
    this.titles = new RuleTitles(measures);
  }

  List<Rule> build() {
    if (written.mentions.isEmpty()) {
      throw RuleProblems.noMetric();
    }
    if (written.clauses.stream().anyMatch(Clause::givesNothing)) {
      throw RuleProblems.noAmount();
    }
    PeriodType period = written.period;
    if (period == null) {
      throw RuleProblems.noPeriod(line);
    }
    checkTogether();
    List<Rule> rules = new ArrayList<>();
    for (Clause clause : written.clauses) {
      rules.add(rule(clause, period));
    }
    written.mentions.stream()
        .filter(mention -> !mention.used)
        .findFirst()
        .ifPresent(
            mention -> {
              throw RuleProblems.unused(mention.text);
            });
    return rules;
  }

  private void checkTogether() {
    if (written.points && written.yuan) {
      throw RuleProblems.twice("元", "积分");
    }
    if (written.clauses.size() > 1 && written.title != null) {
      throw RuleProblems.of("一行有两条规则，标题请分开写", "业绩 月 前三 500 300 200 标题月度三强");
    }
    if (written.streak > 1 && written.requirements.isEmpty()) {
      throw RuleProblems.of("“连续”要配一个条件", "签单 月 连续2个月 挂零 建议面谈");
    }
    boolean units = written.kind == Audience.Kind.UNITS;
    if (units && !written.positions.isEmpty()) {
      throw RuleProblems.twice("门店", written.positions.get(0));
    }
    if (!units && (!written.shares.isEmpty() || written.otherShares != null)) {
      throw RuleProblems.of("按系数分的是单位的奖，要写明哪类单位", "业绩 月 门店 前3 3000 2000 1000 系数 店长1 其他0.5");
    }
  }

  private Rule rule(Clause clause, PeriodType period) {
    List<Condition> conditions = new ArrayList<>();
    Payouts payouts = new Payouts(written, measures, limits);
    Payout payout = payouts.of(clause, this::main);
    for (Written.Requirement requirement : written.requirements) {
      boolean paid = payout instanceof Payout.Bands && requirement.pays != null;
      if (!paid) {
        conditions.add(condition(requirement));
      }
    }
    payouts.within().ifPresent(conditions::add);
    Selection selection = selection(clause, payout);
    Rule.Sense sense = new Senses(written, measures).of(clause, conditions, payout);
    String title =
        written.title == null ? titles.of(sense, conditions, selection, payout) : written.title;
    return new Rule(
        "",
        title,
        sense,
        written.points ? Rule.Currency.POINTS : Rule.Currency.YUAN,
        period,
        written.campaign,
        audience(),
        conditions,
        selection,
        payout,
        factor(),
        sharing(),
        new Guard(written.cap, written.warns, written.retestMonths));
  }

  /** What a phrase is about that stood before anything counted was named. */
  private Mention main(@Nullable Mention picked) {
    if (picked != null) {
      return picked;
    }
    Mention first = written.mentions.get(0);
    first.used = true;
    return first;
  }

  private Condition condition(Written.Requirement requirement) {
    Measure measure = main(requirement.on).measure();
    int consecutive = requirement.of == Condition.Of.SELF ? written.streak : 1;
    return new Condition(
        requirement.of,
        measure,
        limits.of(requirement.min, measure, requirement.text),
        requirement.min != null && requirement.min.inclusive(),
        limits.of(requirement.max, measure, requirement.text),
        requirement.max != null && requirement.max.inclusive(),
        consecutive);
  }

  private Selection selection(Clause clause, Payout payout) {
    if (clause.choice == Choice.ALL) {
      return new Selection.Everyone();
    }
    Measure by = main(clause.by).measure();
    int places =
        payout instanceof Payout.Tiers tiers && clause.places == 0
            ? tiers.tiers().stream().mapToInt(Payout.Tier::to).max().orElse(0)
            : clause.places;
    if (clause.choice == Choice.RACE) {
      return race(clause, by, places);
    }
    return clause.choice == Choice.BEST
        ? new Selection.Best(by, places)
        : new Selection.Last(by, places);
  }

  private Selection race(Clause clause, Measure by, int places) {
    Limit line = limits.of(clause.line, by, "最先");
    if (!(by instanceof Measure.Value value) || line == null || places == 0) {
      throw RuleProblems.of("最先完成的奖要写明指标、线和名次", "业绩 月 最先完成奋斗目标 1000 800 600");
    }
    Limit fill = clause.fill == null ? null : new Limit.Goal(clause.fill);
    return new Selection.Race(value.metricId(), line, places, fill);
  }

  private Audience audience() {
    boolean units = written.kind == Audience.Kind.UNITS;
    return new Audience(
        units ? Audience.Kind.UNITS : Audience.Kind.MEMBERS,
        written.positions,
        written.withinId,
        written.unitKind,
        written.unitClass,
        written.standing == null ? Audience.Standing.ANY : written.standing);
  }

  private @Nullable Factor factor() {
    if (!written.regions.isEmpty()) {
      return new Factor.ByUnit(written.regions);
    }
    return written.factor == null || written.least == null || written.most == null
        ? null
        : new Factor.UnitAttainment(written.factor.metricId(), written.least, written.most);
  }

  private @Nullable Sharing sharing() {
    if (written.shares.isEmpty() && written.otherShares == null) {
      return null;
    }
    return new Sharing(
        written.shares, written.otherShares == null ? BigDecimal.ZERO : written.otherShares);
  }
}
