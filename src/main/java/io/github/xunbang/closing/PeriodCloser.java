package io.github.xunbang.closing;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Freezes a period once, however often and on however many instances it runs: first the content,
 * then the number, then the event. Running again completes what was interrupted.
 */
@Component
class PeriodCloser {

  private final ClosingRepository repository;
  private final List<FreezeContributor> contributors;
  private final ApplicationEventPublisher events;

  PeriodCloser(
      ClosingRepository repository,
      List<FreezeContributor> contributors,
      ApplicationEventPublisher events) {
    this.repository = repository;
    this.contributors = contributors;
    this.events = events;
  }

  void close(Organization organization, Period period) {
    ClosingDocument content =
        repository.content(organization.id(), period).orElseGet(() -> freeze(organization, period));
    if (content.results().isEmpty()) {
      return;
    }
    int number = repository.assignNumber(organization.id(), period);
    events.publishEvent(new PeriodClosed(organization.id(), period, number, content.closedAt()));
  }

  private ClosingDocument freeze(Organization organization, Period period) {
    Map<String, String> results = new TreeMap<>();
    for (FreezeContributor contributor : contributors) {
      contributor
          .freeze(organization, period)
          .ifPresent(result -> results.put(contributor.name(), result));
    }
    BusinessDay businessDay = organization.businessDay();
    Instant closedAt = period.closesAt(businessDay.closingTime(), businessDay.zone());
    return repository.insertContent(organization.id(), period, closedAt, results);
  }
}
