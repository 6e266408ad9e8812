package io.github.xunbang.incentive.oracle;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Factor;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Guard;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Rule.Sense;
import io.github.xunbang.incentive.rule.Selection;
import io.github.xunbang.incentive.rule.Sharing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The oracle's rules as the product's data. {@code BestAndLast} becomes two, the second {@code
 * R6b}.
 */
final class Translation {

  static final String UNIT_KIND = "小组";

  private final UnaryOperator<String> metricId;

  Translation(UnaryOperator<String> metricId) {
    this.metricId = metricId;
  }

  List<Rule> of(List<Written> written) {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      add(rules, "R" + (i + 1), written.get(i));
    }
    return rules;
  }

  private void add(List<Rule> rules, String id, Written written) {
    if (written instanceof Written.Shortfall one) {
      rules.add(shortfall(id, one));
    } else if (written instanceof Written.Gate one) {
      rules.add(
          reward(
              id,
              List.of(Condition.atLeast(value(one.metric()), one.least())),
              new Payout.Percent(one.percent(), value(one.money()))));
    } else if (written instanceof Written.Best one) {
      rules.add(best(id, one.metric(), one.amounts()));
    } else if (written instanceof Written.BestAndLast one) {
      rules.add(best(id, one.metric(), one.amounts()));
      rules.add(
          rule(
              id + "b",
              Sense.NOTICE,
              Audience.EVERYBODY,
              List.of(),
              new Selection.Last(value(one.metric()), one.last()),
              new Payout.Words("待改进"),
              null,
              null));
    } else if (written instanceof Written.Race one) {
      rules.add(
          rule(
              id,
              Sense.REWARD,
              Audience.EVERYBODY,
              List.of(),
              new Selection.Race(
                  metricId.apply(one.metric()),
                  new Limit.Number(one.line()),
                  one.amounts().size(),
                  one.fallback() == null ? null : new Limit.Number(one.fallback())),
              tiers(one.amounts()),
              null,
              null));
    } else if (written instanceof Written.Nothing one) {
      rules.add(
          notice(id, value(one.metric()), new Limit.Number(BigDecimal.ZERO), true, one.months()));
    } else if (written instanceof Written.BelowQuota one) {
      rules.add(
          notice(id, value(one.metric()), new Limit.Goal(GoalLine.BASE), false, one.months()));
    } else {
      addMore(rules, id, written);
    }
  }

  private void addMore(List<Rule> rules, String id, Written written) {
    if (written instanceof Written.Missed one) {
      rules.add(deduction(id, Audience.EVERYBODY, one.each(), new Measure.MissingReports()));
    } else if (written instanceof Written.Late one) {
      rules.add(deduction(id, Audience.EVERYBODY, one.each(), new Measure.LateReports()));
    } else if (written instanceof Written.BestUnit one) {
      rules.add(
          rule(
              id,
              Sense.REWARD,
              Audience.units(UNIT_KIND),
              List.of(),
              new Selection.Best(value(one.metric()), 1),
              tiers(List.of(one.amount())),
              null,
              new Sharing(one.coefficients(), BigDecimal.ZERO)));
    } else if (written instanceof Written.OwnShare one) {
      rules.add(
          reward(
              id,
              List.of(
                  Condition.atLeast(
                      new Measure.ShareOfUnits(metricId.apply(one.metric())), one.percent())),
              new Payout.Fixed(one.amount())));
    } else if (written instanceof Written.TimesUnit one) {
      rules.add(timesUnit(id, one));
    } else if (written instanceof Written.Steps one) {
      rules.add(
          reward(
              id,
              List.of(),
              new Payout.Bands(
                  new Measure.Attainment(metricId.apply(one.metric()), GoalLine.BASE),
                  one.steps().stream()
                      .map(step -> new Payout.Band(step.percent(), step.amount()))
                      .toList())));
    } else if (written instanceof Written.UnitReached one) {
      rules.add(
          reward(
              id,
              List.of(
                  new Condition(
                      Condition.Of.HOME_UNIT,
                      value(one.unitMetric()),
                      new Limit.Goal(GoalLine.BASE),
                      true,
                      null,
                      false,
                      1),
                  Condition.atLeast(value(one.metric()), one.least())),
              new Payout.Fixed(one.amount())));
    } else {
      throw new IllegalArgumentException("No rule for " + written);
    }
  }

  private Rule shortfall(String id, Written.Shortfall one) {
    List<Condition> band =
        one.low() == null || one.high() == null
            ? List.of()
            : List.of(Condition.between(value(one.metric()), one.low(), one.high()));
    Rule plain =
        deduction(
            id,
            Audience.position(one.job()),
            one.each(),
            new Measure.Shortfall(metricId.apply(one.metric())));
    return rule(
        id, plain.sense(), plain.audience(), band, plain.selection(), plain.payout(), null, null);
  }

  private Rule timesUnit(String id, Written.TimesUnit one) {
    return rule(
        id,
        Sense.REWARD,
        Audience.EVERYBODY,
        List.of(Condition.atLeast(value(one.metric()), one.least())),
        new Selection.Everyone(),
        new Payout.Fixed(one.amount()),
        new Factor.UnitAttainment(metricId.apply(one.unitMetric()), one.lowest(), one.highest()),
        null);
  }

  private Rule best(String id, String metric, List<BigDecimal> amounts) {
    return rule(
        id,
        Sense.REWARD,
        Audience.EVERYBODY,
        List.of(),
        new Selection.Best(value(metric), amounts.size()),
        tiers(amounts),
        null,
        null);
  }

  private Rule notice(String id, Measure measure, Limit most, boolean inclusive, int months) {
    return rule(
        id,
        Sense.NOTICE,
        Audience.EVERYBODY,
        List.of(new Condition(Condition.Of.SELF, measure, null, false, most, inclusive, months)),
        new Selection.Everyone(),
        new Payout.Words("建议面谈"),
        null,
        null);
  }

  private Rule reward(String id, List<Condition> conditions, Payout payout) {
    return rule(
        id,
        Sense.REWARD,
        Audience.EVERYBODY,
        conditions,
        new Selection.Everyone(),
        payout,
        null,
        null);
  }

  private Rule deduction(String id, Audience audience, BigDecimal each, Measure pieces) {
    return rule(
        id,
        Sense.DEDUCTION,
        audience,
        List.of(),
        new Selection.Everyone(),
        new Payout.PerPiece(each, pieces),
        null,
        null);
  }

  private static Rule rule(
      String id,
      Sense sense,
      Audience audience,
      List<Condition> conditions,
      Selection selection,
      Payout payout,
      @Nullable Factor factor,
      @Nullable Sharing sharing) {
    return new Rule(
        id,
        id,
        sense,
        Rule.Currency.YUAN,
        PeriodType.MONTH,
        null,
        audience,
        conditions,
        selection,
        payout,
        factor,
        sharing,
        Guard.NONE);
  }

  private Measure value(String metric) {
    return new Measure.Value(metricId.apply(metric));
  }

  private static Payout.Tiers tiers(List<BigDecimal> amounts) {
    List<Payout.Tier> tiers = new ArrayList<>();
    for (int place = 1; place <= amounts.size(); place++) {
      tiers.add(new Payout.Tier(place, place, amounts.get(place - 1)));
    }
    return new Payout.Tiers(tiers);
  }
}
