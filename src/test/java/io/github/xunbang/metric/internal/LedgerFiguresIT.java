package io.github.xunbang.metric.internal;

import static io.github.xunbang.metric.internal.LedgerPostings.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerFiguresIT {

  private final LedgerFixture fixture = new LedgerFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyValueOfARandomTeamEqualsASlowIndependentCalculation(long seed) {
    RandomTeam team = new RandomTeam(seed);
    team.report(fixture.ledger);
    LedgerFigures figures = figures(team, fixture.books);
    Organization organization = team.organization();

    for (int i = 0; i < 12; i++) {
      Period period = team.period();
      FiguresOracle oracle = new FiguresOracle(team, period);
      SoftAssertions softly = new SoftAssertions();
      var members = figures.ofMembers(organization, team.members, period);
      team.members.forEach(
          member -> same(softly, period, members, member.id(), oracle.member(member.id())));
      var units = figures.ofUnits(organization, team.units, period);
      team.units.forEach(unit -> same(softly, period, units, unit.id(), oracle.unit(unit.id())));
      same(
          softly,
          period,
          Map.of(ORG, figures.ofOrganization(organization, period)),
          ORG,
          oracle.unit(null));
      softly.assertAll();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void theSumsOfTheDaysOfAnyPartitionMakeTheWhole(long seed) {
    RandomTeam team = new RandomTeam(seed);
    team.report(fixture.ledger);
    LedgerFigures figures = figures(team, fixture.books);
    Organization organization = team.organization();
    Period whole =
        new Period(PeriodType.CAMPAIGN, RandomTeam.FIRST, RandomTeam.FIRST.plusDays(110));

    Map<String, BigDecimal> added = new HashMap<>();
    LocalDate from = whole.start();
    while (!from.isAfter(whole.end())) {
      LocalDate to = from.plusDays(team.random.nextInt(40));
      to = to.isAfter(whole.end()) ? whole.end() : to;
      Period part = new Period(PeriodType.CAMPAIGN, from, to);
      figures
          .ofUnits(organization, team.units, part)
          .forEach(
              (unit, one) ->
                  one.sums()
                      .forEach((metric, sum) -> added.merge(unit + metric, sum, BigDecimal::add)));
      from = to.plusDays(1);
    }

    figures
        .ofUnits(organization, team.units, whole)
        .forEach(
            (unit, one) ->
                summed(team)
                    .forEach(
                        metric ->
                            assertThat(added.get(unit + metric))
                                .as(unit + metric)
                                .isEqualTo(one.sums().get(metric))));
  }

  @Test
  void everyDocumentIsReadOncePerCallHoweverManyUnitsAreAsked() {
    RandomTeam team = new RandomTeam(21);
    team.report(fixture.ledger);
    List<String> read = new ArrayList<>();
    List<Integer> queries = new ArrayList<>();
    LedgerRepository counting =
        new LedgerRepository(fixture.mongo) {
          @Override
          void forEach(List<String> ids, Document projection, Consumer<Document> consumer) {
            if (!ids.isEmpty()) {
              queries.add(ids.size());
            }
            read.addAll(ids);
            super.forEach(ids, projection, consumer);
          }
        };
    LedgerFigures figures = figures(team, counting);
    Period year = Period.containing(PeriodType.YEAR, LocalDate.of(2028, 1, 15));

    figures.ofUnits(team.organization(), team.units, year);

    assertThat(read).doesNotHaveDuplicates();
    assertThat(queries).hasSizeLessThanOrEqualTo(2);
    assertThat(read).allMatch(id -> id.contains("|2028-"));
  }

  private static List<String> summed(RandomTeam team) {
    return team.metrics.stream()
        .filter(metric -> metric.formula() == null)
        .filter(metric -> metric.effectiveRollUp() == Metric.RollUp.SUM)
        .map(Metric::id)
        .toList();
  }

  private static void same(
      SoftAssertions softly,
      Period period,
      Map<String, PeriodFigures> found,
      String subject,
      Map<String, Double> expected) {
    Map<String, BigDecimal> sums =
        Optional.ofNullable(found.get(subject)).map(PeriodFigures::sums).orElse(Map.of());
    softly.assertThat(sums.keySet()).as(subject + " " + period).isEqualTo(expected.keySet());
    sums.forEach(
        (metric, value) ->
            softly
                .assertThat(value.doubleValue())
                .as(subject + " " + metric + " " + period)
                .isCloseTo(
                    expected.getOrDefault(metric, Double.NaN),
                    org.assertj.core.data.Offset.offset(0.05)));
  }

  private static LedgerFigures figures(RandomTeam team, LedgerRepository books) {
    return new LedgerFigures(new LedgerSumsRepository(books), new FixedMetrics(team.metrics));
  }

  private record FixedMetrics(List<Metric> all) implements MetricCatalog {

    @Override
    public List<Metric> metrics(String organizationId) {
      return all;
    }

    @Override
    public Optional<Metric> find(String organizationId, String nameOrAlias) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Metric add(String organizationId, Metric withoutId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Metric change(String organizationId, Metric metric) {
      throw new UnsupportedOperationException();
    }
  }
}
