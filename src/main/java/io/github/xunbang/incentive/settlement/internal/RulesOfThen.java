package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.incentive.settlement.internal.AwardDocument.ActDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules as they were when they settled: versions of schemes are never removed. */
final class RulesOfThen {

  private record Place(String schemeId, int version, String ruleId) {}

  private final Map<Place, Rule> rules = new HashMap<>();

  RulesOfThen(List<Scheme> schemes) {
    for (Scheme scheme : schemes) {
      for (Scheme.Version version : scheme.versions()) {
        for (Rule rule : version.rules()) {
          rules.put(new Place(scheme.id(), version.number(), rule.id()), rule);
        }
      }
    }
  }

  /** The stored line with its rule. */
  Award award(AwardDocument line, Period period) {
    Place place = new Place(line.schemeId(), line.schemeVersion(), line.ruleId());
    Rule rule = rules.get(place);
    if (rule == null) {
      throw new IllegalStateException("No such rule any more: " + place);
    }
    return new Award(
        line.organizationId(),
        line.number(),
        period,
        line.schemeId(),
        line.schemeVersion(),
        rule,
        line.subjectId(),
        line.subjectName(),
        line.difference(),
        line.proposed(),
        line.amount(),
        line.words(),
        line.working(),
        line.open(),
        line.state(),
        line.acts().stream().map(ActDocument::act).toList());
  }
}
