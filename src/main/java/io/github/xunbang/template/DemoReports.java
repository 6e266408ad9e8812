package io.github.xunbang.template;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.Access;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.MonthLedger;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.PostingCheck;
import io.github.xunbang.metric.SubjectChange;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What the demo team reports. Straight to the ledger: a 旬 before is frozen for people, and hundreds
 * of answers in the group would hide the few that are worth reading.
 */
@Component
class DemoReports {

  private static final int WRITERS = 16;

  private final MetricCatalog metrics;
  private final Ledger ledger;

  DemoReports(MetricCatalog metrics, Ledger ledger) {
    this.metrics = metrics;
    this.ledger = ledger;
  }

  /**
   * Posts the days from {@code first} up to the one before {@code end}; a day on which somebody
   * reported already stays as it is. People in parallel, since they share no document.
   */
  void post(Organization organization, String channel, LocalDate first, LocalDate end) {
    Map<String, Metric> byName =
        metrics.metrics(organization.id()).stream()
            .filter(Metric::active)
            .collect(Collectors.toMap(Metric::name, metric -> metric));
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<CompletableFuture<Void>> running = new ArrayList<>();
      for (DemoRoster.Person person : DemoRoster.PEOPLE) {
        person
            .in(organization, channel)
            .filter(member -> !person.access().covers(Access.MANAGER))
            .map(member -> new Reporter(organization, byName, person, member))
            .ifPresent(
                reporter ->
                    running.add(
                        CompletableFuture.runAsync(() -> reporter.post(first, end), writers)));
      }
      running.forEach(CompletableFuture::join);
    } finally {
      writers.shutdown();
    }
  }

  /** One person with what is stored for that person. */
  private final class Reporter {

    private final Organization organization;
    private final Map<String, Metric> byName;
    private final DemoRoster.Person person;
    private final Member member;
    private final Map<YearMonth, Optional<MonthLedger>> stored = new HashMap<>();

    Reporter(
        Organization organization,
        Map<String, Metric> byName,
        DemoRoster.Person person,
        Member member) {
      this.organization = organization;
      this.byName = byName;
      this.person = person;
      this.member = member;
    }

    void post(LocalDate first, LocalDate end) {
      first
          .datesUntil(end)
          .filter(day -> !reported(day))
          .forEach(day -> DemoFigures.of(person, day).ifPresent(figures -> post(day, figures)));
    }

    private boolean reported(LocalDate day) {
      return stored
          .computeIfAbsent(
              YearMonth.from(day), month -> ledger.month(organization.id(), member.id(), month))
          .flatMap(month -> month.day(day))
          .isPresent();
    }

    private void post(LocalDate day, DemoFigures figures) {
      SubjectChange change =
          new SubjectChange(member.id(), day, figures.changes(byName), figures.notes());
      if (change.figures().isEmpty()) {
        return;
      }
      BusinessDay businessDay = organization.businessDay();
      Posting posting =
          new Posting(
              organization.id(),
              "demo|" + person.user() + "|" + day,
              member.id(),
              day.atTime(figures.saidAt()).atZone(businessDay.zone()).toInstant(),
              figures.text(),
              LedgerEntry.Reason.REPORT,
              List.of(change));
      ledger.post(posting, PostingCheck.NONE);
    }
  }
}
