package io.github.xunbang.incentive.scheme.store;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Guard;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Selection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a plain map of texts, lists and maps: what stands in the shipped YAML files and in the
 * store. In a file metrics stand by name, in the store by id. Unknown keys are refused.
 */
public final class RuleForm {

  private RuleForm() {}

  /**
   * The rule that {@code plain} is; the id is empty where none stands there.
   *
   * @param metrics from a metric as it is written to its id; may throw
   * @throws IllegalArgumentException saying where which key is wrong, for developers
   */
  public static Rule read(Map<?, ?> plain, UnaryOperator<String> metrics) {
    Fields fields = new Fields(String.valueOf(plain.get("title")), plain);
    WhoForm who = new WhoForm(metrics);
    PayForm pay = new PayForm(metrics);
    Rule rule =
        new Rule(
            fields.has("id") ? fields.text("id") : "",
            fields.text("title"),
            fields.word("sense", Rule.Sense.REWARD),
            fields.word("currency", Rule.Currency.YUAN),
            fields.word("period", PeriodType.MONTH),
            fields.textOrNull("campaign"),
            fields.has("audience") ? who.audience(fields.fields("audience")) : Audience.EVERYBODY,
            fields.each("conditions", who::condition),
            fields.has("selection")
                ? who.selection(fields.fields("selection"))
                : new Selection.Everyone(),
            pay.payout(fields.fields("payout")),
            fields.has("factor") ? pay.factor(fields.fields("factor")) : null,
            fields.has("sharing") ? PayForm.sharing(fields.fields("sharing")) : null,
            fields.has("guard") ? PayForm.guard(fields.fields("guard")) : Guard.NONE);
    fields.done();
    return rule;
  }

  /** The metrics that stand in {@code plain}, as they are written there. */
  public static Set<String> metrics(Map<?, ?> plain) {
    Set<String> found = new TreeSet<>();
    read(
        plain,
        metric -> {
          found.add(metric);
          return metric;
        });
    return found;
  }

  /** The plain map of a rule, metrics as they stand in the rule. */
  public static Map<String, Object> write(Rule rule) {
    return new Plain()
        .unless(rule.id().isEmpty(), "id", rule.id())
        .with("title", rule.title())
        .with("sense", rule.sense())
        .unless(rule.currency() == Rule.Currency.YUAN, "currency", rule.currency())
        .with("period", rule.period())
        .with("campaign", rule.campaign())
        .unless(
            rule.audience().equals(Audience.EVERYBODY), "audience", WhoForm.write(rule.audience()))
        .unless(
            rule.conditions().isEmpty(),
            "conditions",
            rule.conditions().stream().map(WhoForm::write).toList())
        .with("selection", selection(rule.selection()))
        .with("payout", PayForm.write(rule.payout()))
        .with("factor", rule.factor() == null ? null : PayForm.write(rule.factor()))
        .with("sharing", rule.sharing() == null ? null : PayForm.write(rule.sharing()))
        .unless(rule.guard().equals(Guard.NONE), "guard", PayForm.write(rule.guard()))
        .map();
  }

  private static @Nullable Object selection(Selection selection) {
    return selection instanceof Selection.Everyone ? null : WhoForm.write(selection);
  }
}
