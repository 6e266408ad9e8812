package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Factor;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every part of a rule in one short line, for tables of what lines mean. */
final class Compact {

  private Compact() {}

  static String of(Rule rule) {
    List<String> parts = new ArrayList<>();
    parts.add(rule.sense() + " " + rule.currency() + " " + rule.period());
    if (rule.campaign() != null) {
      parts.add("campaign " + rule.campaign());
    }
    parts.add(audience(rule.audience()));
    rule.conditions().forEach(condition -> parts.add("if " + condition(condition)));
    parts.add(selection(rule.selection()));
    parts.add(payout(rule.payout()));
    if (rule.factor() instanceof Factor.UnitAttainment one) {
      parts.add("x " + one.metricId() + "/BASE " + one.least() + ".." + one.most());
    }
    if (rule.factor() instanceof Factor.ByUnit table) {
      parts.add("x " + new TreeMap<>(table.factors()));
    }
    if (rule.sharing() != null) {
      parts.add(
          "shared " + new TreeMap<>(rule.sharing().coefficients()) + " " + rule.sharing().others());
    }
    if (rule.guard().most() != null) {
      parts.add("most " + rule.guard().most());
    }
    if (rule.guard().warns()) {
      parts.add("warns");
    }
    if (rule.guard().retestMonths() > 0) {
      parts.add("retest " + rule.guard().retestMonths());
    }
    parts.add("《" + rule.title() + "》");
    return String.join(" | ", parts);
  }

  private static String audience(Audience audience) {
    String whom = audience.kind() == Audience.Kind.UNITS ? "units " + audience.unitKind() : "all";
    return (audience.positions().isEmpty() ? whom : String.join("+", audience.positions()))
        + (audience.withinId() == null ? "" : " in " + audience.withinId())
        + (audience.unitClass() == null ? "" : " class " + audience.unitClass())
        + (audience.standing() == Audience.Standing.ANY ? "" : " " + audience.standing());
  }

  private static String condition(Condition one) {
    return (one.of() == Condition.Of.SELF ? "" : "unit's ")
        + measure(one.measure())
        + (one.min() == null ? "" : (one.minInclusive() ? " >= " : " > ") + limit(one.min()))
        + (one.max() == null ? "" : (one.maxInclusive() ? " <= " : " < ") + limit(one.max()))
        + (one.consecutive() == 1 ? "" : " x" + one.consecutive());
  }

  private static String limit(@Nullable Limit limit) {
    return limit instanceof Limit.Number number
        ? number.value().toPlainString()
        : limit instanceof Limit.Goal goal ? goal.line().toString() : "-";
  }

  private static String measure(Measure measure) {
    if (measure instanceof Measure.Value value) {
      return value.metricId();
    }
    if (measure instanceof Measure.Attainment one) {
      return one.metricId() + "/" + one.line();
    }
    if (measure instanceof Measure.Shortfall shortfall) {
      return "short " + shortfall.metricId();
    }
    return measure instanceof Measure.Weighted weighted
        ? weighted.parts().stream()
            .map(part -> measure(part.measure()) + "*" + part.weight())
            .collect(Collectors.joining("+"))
        : measure.toString().replace("[]", "");
  }

  private static String selection(Selection selection) {
    if (selection instanceof Selection.Best best) {
      return "best " + best.places() + " by " + measure(best.by());
    }
    if (selection instanceof Selection.Last last) {
      return "last " + last.places() + " by " + measure(last.by());
    }
    return selection instanceof Selection.Race race
        ? "first %d to %s %s, else %s"
            .formatted(race.places(), race.metricId(), limit(race.line()), limit(race.fallback()))
        : "each";
  }

  private static String payout(Payout payout) {
    if (payout instanceof Payout.Tiers tiers) {
      return tiers.tiers().stream()
          .map(
              t ->
                  (t.from() == t.to() ? "" + t.from() : t.from() + "-" + t.to()) + ":" + t.amount())
          .collect(Collectors.joining(" "));
    }
    if (payout instanceof Payout.PerPiece piece) {
      return piece.amount() + " per " + measure(piece.pieces());
    }
    if (payout instanceof Payout.Percent percent) {
      return percent.percent() + "% of " + measure(percent.of());
    }
    if (payout instanceof Payout.Bands bands) {
      return bands.bands().stream()
          .map(band -> band.from() + ":" + band.amount())
          .collect(Collectors.joining(" ", measure(bands.by()) + " bands ", ""));
    }
    if (payout instanceof Payout.Words words) {
      return words.words();
    }
    return payout instanceof Payout.Fixed fixed ? "fixed " + fixed.amount() : "discretion";
  }
}
