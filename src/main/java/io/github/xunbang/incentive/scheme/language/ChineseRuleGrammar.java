package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.scheme.RuleGrammar;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads rules as managers type them, in free order. */
@Component
class ChineseRuleGrammar implements RuleGrammar {

  private static final int LONGEST = 300;

  private final MetricCatalog catalog;

  ChineseRuleGrammar(MetricCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public List<Rule> read(String line, Organization organization, LocalDate today) {
    if (line.length() > LONGEST) {
      throw RuleProblems.of("一条规则最长" + LONGEST + "个字，请分开加", "业绩 月 前三 500 300 200");
    }
    PieceRow row = new PieceRow(new RuleLexer(organization, today, catalog).read(line));
    Written written = new RuleReader(row).read();
    MeasureText measures = new MeasureText(catalog.metrics(organization.id()));
    return new RuleBuilder(written, line, measures).build();
  }
}
