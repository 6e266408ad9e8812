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
   * row, the ones before), everything pending applied first. Reads each ledger document at most
   * once; days and entries only where a rule asks for them.
   */
  Facts read(Organization organization, List<Rule> rules, Period period);
}
