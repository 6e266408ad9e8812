package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.scheme.RuleChecks;
import io.github.xunbang.incentive.scheme.RuleChecks.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses rules that cannot work, and tells what else looks odd. */
@Component
class Checked {

  private static final int SHOWN = 2;

  private final RuleChecks checks;

  Checked(RuleChecks checks) {
    this.checks = checks;
  }

  /**
   * Checks rules.
   *
   * @return warnings, a line each with a line break before it; empty for none
   * @throws CommandRejectedException with what makes them impossible
   */
  String warnings(SchemeCall call, List<Rule> rules, Scheme.@Nullable Cap cap) {
    List<Problem> problems = checks.problems(rules, cap, call.organization(), call.today());
    List<String> refusals =
        problems.stream().filter(Problem::refuses).map(Problem::text).distinct().toList();
    if (!refusals.isEmpty()) {
      throw new CommandRejectedException(
          refusals.stream().limit(SHOWN).collect(Collectors.joining("\n")));
    }
    return problems.stream()
        .map(Problem::text)
        .distinct()
        .limit(SHOWN)
        .map(text -> "\n注意：" + text)
        .collect(Collectors.joining());
  }
}
