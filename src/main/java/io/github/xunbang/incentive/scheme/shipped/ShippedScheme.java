package io.github.xunbang.incentive.scheme.shipped;

import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.scheme.store.RuleForm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A ready scheme as its file says it; metrics stand by name until a team takes it.
 *
 * @param name as people type it
 * @param about one short Chinese line
 * @param cap the budget, or null
 * @param objectionDays calendar days to object
 * @param plainRules rules that are in force at once
 * @param plainDrafts rules that the document itself calls a draft (S-95)
 */
public record ShippedScheme(
    String name,
    String about,
    Scheme.@Nullable Cap cap,
    int objectionDays,
    List<Map<?, ?>> plainRules,
    List<Map<?, ?>> plainDrafts) {

  public ShippedScheme {
    plainRules = List.copyOf(plainRules);
    plainDrafts = List.copyOf(plainDrafts);
    if (name.isBlank() || about.isBlank() || plainRules.isEmpty()) {
      throw new IllegalArgumentException("A scheme needs name, about and rules: " + name);
    }
  }

  /** The names of all metrics that its rules count, drafts included. */
  public Set<String> metrics() {
    Set<String> names = new TreeSet<>();
    plainRules.forEach(rule -> names.addAll(RuleForm.metrics(rule)));
    plainDrafts.forEach(rule -> names.addAll(RuleForm.metrics(rule)));
    return names;
  }

  /** The rules for a team, ids empty. */
  public List<Rule> rules(UnaryOperator<String> metrics) {
    return plainRules.stream().map(rule -> RuleForm.read(rule, metrics)).toList();
  }

  /** The drafts for a team, ids empty. */
  public List<Rule> drafts(UnaryOperator<String> metrics) {
    return plainDrafts.stream().map(rule -> RuleForm.read(rule, metrics)).toList();
  }
}
