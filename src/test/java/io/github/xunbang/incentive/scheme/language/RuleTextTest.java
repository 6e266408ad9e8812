package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.boards.Snapshot;
import io.github.xunbang.organization.Organization;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuleTextTest {

  @Test
  void everyKindOfRuleReadsAsPlainChinese() throws Exception {
    Organization team = ATeam.team();
    ChineseRuleGrammar grammar = new ChineseRuleGrammar(new ATeam());
    ChineseRuleText texts = new ChineseRuleText(new ATeam());

    String sheet =
        RuleGrammarTest.understood()
            .map(row -> (String) row.get()[0])
            .flatMap(line -> grammar.read(line, team, ATeam.TODAY).stream())
            .map(rule -> texts.of(rule, team))
            .distinct()
            .collect(Collectors.joining("\n"));

    Snapshot.assertMatches(RuleTextTest.class, "sheet.txt", sheet);
  }
}
