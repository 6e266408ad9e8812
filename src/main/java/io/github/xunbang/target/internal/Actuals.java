package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.target.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What subjects have reached. */
@Component
class Actuals {

  private final Figures figures;

  Actuals(Figures figures) {
    this.figures = figures;
  }

  /** Everything one subject has in the period; nothing for a position. */
  PeriodFigures of(Organization organization, Subject subject, Period period) {
    Optional<PeriodFigures> found =
        switch (subject.kind()) {
          case MEMBER ->
              organization
                  .member(subject.id())
                  .map(member -> figures.ofMembers(organization, List.of(member), period))
                  .map(all -> all.get(subject.id()));
          case UNIT ->
              organization
                  .units()
                  .unit(subject.id())
                  .map(unit -> figures.ofUnits(organization, List.of(unit), period))
                  .map(all -> all.get(subject.id()));
          case ORGANIZATION -> Optional.of(figures.ofOrganization(organization, period));
          case POSITION -> Optional.empty();
        };
    return found.orElseGet(() -> new PeriodFigures(subject.id(), 0, Map.of()));
  }
}
