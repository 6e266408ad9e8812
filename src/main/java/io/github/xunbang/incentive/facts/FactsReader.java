package io.github.xunbang.incentive.facts;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.engine.Facts;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.organization.Organization;
import java.util.List;

/** Makes {@link Facts} from the stores. */
public interface FactsReader {

  /**
   * The facts that these rules need for {@code period} (and, for rules over several periods in a
   * row, the ones before), everything pending applied first. Each ledger document is read at most
   * once for its sums, and once more with its entries where a rule asks for instants or reports.
   * What is read is read when first asked for and kept, so hold the facts no longer than a
   * settlement.
   */
  Facts read(Organization organization, List<Rule> rules, Period period);
}
