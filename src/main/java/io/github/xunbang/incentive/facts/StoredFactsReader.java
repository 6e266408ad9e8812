package io.github.xunbang.incentive.facts;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.engine.Facts;
import io.github.xunbang.incentive.register.Registers;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.ReportPunctuality;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.target.Targets;
import java.util.List;
import org.springframework.stereotype.Component;

/** Facts from ledger, targets, roster, reports and registers, each read when a rule first asks. */
@Component
class StoredFactsReader implements FactsReader {

  private final Ledger ledger;
  private final Sources sources;

  StoredFactsReader(
      Ledger ledger,
      Figures figures,
      MetricCatalog metrics,
      Targets targets,
      Registers registers,
      ReportPunctuality punctuality) {
    this.ledger = ledger;
    sources = new Sources(ledger, figures, metrics, targets, registers, punctuality);
  }

  /** The doors that facts are read through. */
  record Sources(
      Ledger ledger,
      Figures figures,
      MetricCatalog metrics,
      Targets targets,
      Registers registers,
      ReportPunctuality punctuality) {}

  @Override
  public Facts read(Organization organization, List<Rule> rules, Period period) {
    ledger.drainPending(organization.id());
    return new StoredFacts(sources, organization, rules);
  }
}
