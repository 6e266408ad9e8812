package io.github.xunbang.bench;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.scheme.store.RuleForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A sheet of 40 monthly rules: those of the five shipped schemes, most of them several times with
 * other numbers. A group is how many, then the rule; {@code #} stands for 0, 1, 2 …
 */
final class FortyRules {

  private static final String TIERS =
      "{tiers: [{place: 1, amount: 5000}, {place: 2, amount: 3000}, {place: 3, amount: 2000}]}";

  private static final List<Map.Entry<Integer, String>> GROUPS =
      List.of(
          group(2, "selection: {best: 3, by: {attainment: 签单}}, payout: " + TIERS),
          group(
              3,
              "conditions: [{measure: {value: 签单}, min: 1#}], payout: {percent: 1#, of: {value:"
                  + " 回款}}"),
          group(3, "sense: deduction, payout: {per-piece: #.5, of: {shortfall: 意向客户}}"),
          group(
              5,
              "sense: deduction, conditions: [{measure: {value: 签单}, min: 1#, max: 23}], payout:"
                  + " {per-piece: 7#, of: {shortfall: 签单}}"),
          group(
              1,
              "sense: deduction, selection: {last: 1, by: {attainment: 签单}}, payout: {discretion:"
                  + " 视情况}"),
          group(
              2,
              "sense: notice, conditions: [{measure: {attainment: 意向客户}, min: 10#, in-a-row: 2},"
                  + " {measure: {attainment: 签单}, min: 100, in-a-row: 2}], payout: {words: 建议提前转正}"),
          group(
              1,
              "sense: notice, conditions: [{measure: {value: 签单}, max: 1, in-a-row: 2}], payout:"
                  + " {words: 建议面谈}"),
          group(2, "selection: {best: 3, by: {value: 回款}}, payout: " + TIERS),
          group(2, "sense: notice, selection: {last: 3, by: {value: 意向客户}}, payout: {words: 待改进}"),
          group(1, "selection: {best: 1, by: {votes: true}}, payout: {fixed: 200}"),
          group(
              1,
              "sense: notice, conditions: [{measure: {share-of-units: 回款}, below: 1}], payout:"
                  + " {words: 占比不足}"),
          group(
              2,
              "sense: notice, conditions: [{measure: {attainment: 回款}, below: 2#, in-a-row: 3}],"
                  + " payout: {words: 建议回门店锻炼}, guard: {warns: true}"),
          group(
              1,
              "audience: {of: units, kind: 门店}, selection: {race: 3, metric: 回款, line: base,"
                  + " fallback: 1000000}, payout: "
                  + TIERS
                  + ", sharing: {coefficients: [], others: 0.5}"),
          group(1, "selection: {race: 3, metric: 签单, line: base, fallback: 20}, payout: " + TIERS),
          group(
              2,
              "conditions: [{of: home-unit, measure: {value: 回款}, min: base}, {measure: {value: 回款},"
                  + " min: 10000}], selection: {best: 35, by: {value: 回款}}, payout: {tiers: [{from:"
                  + " 1, to: 15, amount: 2000}, {from: 16, to: 35, amount: 1000}]}"),
          group(
              1,
              "conditions: [{measure: {value: 回款}, above: 0}], payout: {percent: 1, of: {value:"
                  + " 回款}}"),
          group(
              1,
              "sense: notice, conditions: [{measure: {weighted: [{measure: {score: 日志质量}, weight:"
                  + " 0.4}, {measure: {attainment: 签单}, weight: 0.6}]}, below: 60}], payout: {words:"
                  + " 建议降一级}"),
          group(
              1,
              "sense: notice, conditions: [{measure: {score: 日志质量}, below: 60}], payout: {words:"
                  + " 口头提醒}"),
          group(
              2,
              "payout: {bands: [{from: 60, amount: 20#}, {from: 80, amount: 400}, {from: 100,"
                  + " amount: 600}], by: {weighted: [{measure: {attainment: 签单}, weight: 0.4},"
                  + " {measure: {attainment: 意向客户}, weight: 0.3}, {measure: {score: 日志质量}, weight:"
                  + " 0.3}]}}"),
          group(
              1,
              "selection: {best: 3, by: {attainment: 意向客户}}, factor: {unit-attainment: 回款, least:"
                  + " 0.8, most: 1.2}, payout: "
                  + TIERS),
          group(
              2,
              "currency: points, payout: {bands: [{from: 80, amount: 5}, {from: 100, amount: 1#}],"
                  + " by: {attainment: 意向客户}}"),
          group(
              2,
              "sense: deduction, conditions: [{measure: {missing-reports: true}, min: 1}], payout:"
                  + " {per-piece: 2#, of: {missing-reports: true}}"),
          group(
              1,
              "sense: deduction, conditions: [{measure: {late-reports: true}, min: 1}], payout:"
                  + " {per-piece: 10, of: {late-reports: true}}"));

  private FortyRules() {}

  /** The sheet, in force from the period's first day. */
  static Scheme scheme(
      String organizationId, String ownerId, Period period, UnaryOperator<String> metricId) {
    List<Rule> rules = new ArrayList<>();
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    for (Map.Entry<Integer, String> group : GROUPS) {
      for (int i = 0; i < group.getKey(); i++) {
        String id = "R" + (rules.size() + 1);
        String text = group.getValue().replace("#", Integer.toString(i));
        rules.add(
            RuleForm.read(
                yaml.load("{id: " + id + ", title: 规则" + id + ", " + text + "}"), metricId));
      }
    }
    Scheme.Version version =
        new Scheme.Version(
            1, Scheme.State.IN_FORCE, period.start(), rules, ownerId, Instant.EPOCH, null);
    return new Scheme(organizationId, "F1", "四十条", ownerId, null, 7, List.of(version));
  }

  private static Map.Entry<Integer, String> group(int count, String rule) {
    return Map.entry(count, rule);
  }
}
