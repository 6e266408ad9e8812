package io.github.xunbang.template;

import io.github.xunbang.command.Access;
import io.github.xunbang.metric.FigureChange;
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
import java.math.BigDecimal;
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
 * What a demo team reports. Straight to the ledger: a 旬 before is frozen for people, and hundreds
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
  void post(
      DemoScript script,
      Organization organization,
      String channel,
      LocalDate first,
      LocalDate end) {
    Map<String, Metric> byName =
        metrics.metrics(organization.id()).stream()
            .filter(Metric::active)
            .collect(Collectors.toMap(Metric::name, metric -> metric));
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<CompletableFuture<Void>> running = new ArrayList<>();
      for (DemoPerson person : script.people()) {
        person
            .in(organization, channel)
            .filter(member -> !person.access().covers(Access.MANAGER))
            .map(member -> new Reporter(script, organization, byName, person, member))
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

    private final DemoScript script;
    private final Organization organization;
    private final Map<String, Metric> byName;
    private final DemoPerson person;
    private final Member member;
    private final Map<YearMonth, Optional<MonthLedger>> stored = new HashMap<>();

    Reporter(
        DemoScript script,
        Organization organization,
        Map<String, Metric> byName,
        DemoPerson person,
        Member member) {
      this.script = script;
      this.organization = organization;
      this.byName = byName;
      this.person = person;
      this.member = member;
    }

    void post(LocalDate first, LocalDate end) {
      first
          .datesUntil(end)
          .filter(day -> !reported(day))
          .forEach(day -> script.day(person, day).ifPresent(said -> post(day, said)));
    }

    private boolean reported(LocalDate day) {
      return stored
          .computeIfAbsent(
              YearMonth.from(day), month -> ledger.month(organization.id(), member.id(), month))
          .flatMap(month -> month.day(day))
          .isPresent();
    }

    private void post(LocalDate day, DemoDay said) {
      List<SubjectChange> changes = changes(day, said);
      if (changes.isEmpty()) {
        return;
      }
      Posting posting =
          new Posting(
              organization.id(),
              "demo|" + person.user() + "|" + day,
              member.id(),
              day.atTime(said.saidAt()).atZone(organization.businessDay().zone()).toInstant(),
              said.text(),
              LedgerEntry.Reason.REPORT,
              changes);
      ledger.post(posting, PostingCheck.NONE);
    }

    /** Own figures and those of the units that exist, for metrics that the organization counts. */
    private List<SubjectChange> changes(LocalDate day, DemoDay said) {
      List<SubjectChange> changes = new ArrayList<>();
      changes.add(new SubjectChange(member.id(), day, figures(said.own()), said.notes()));
      said.units()
          .forEach(
              (name, values) ->
                  organization.units().named(name, day).stream()
                      .findFirst()
                      .ifPresent(
                          unit ->
                              changes.add(
                                  new SubjectChange(unit.id(), day, figures(values), Map.of()))));
      return changes.stream().filter(change -> !change.figures().isEmpty()).toList();
    }

    private List<FigureChange> figures(Map<String, BigDecimal> values) {
      return values.entrySet().stream()
          .filter(value -> byName.containsKey(value.getKey()))
          .map(
              value ->
                  new FigureChange(
                      byName.get(value.getKey()).id(),
                      FigureChange.Operation.SET,
                      value.getValue()))
          .toList();
    }
  }
}
