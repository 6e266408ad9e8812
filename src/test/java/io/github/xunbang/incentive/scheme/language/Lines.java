package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.incentive.rule.Rule;
import java.util.List;
import java.util.stream.Stream;

/** Rules for tests, as a manager of {@link ATeam} would type them. */
public final class Lines {

  private Lines() {}

  /** The rules of all lines, ids empty. */
  public static List<Rule> read(String... lines) {
    ChineseRuleGrammar grammar = new ChineseRuleGrammar(new ATeam());
    return Stream.of(lines)
        .flatMap(line -> grammar.read(line, ATeam.team(), ATeam.TODAY).stream())
        .toList();
  }
}
