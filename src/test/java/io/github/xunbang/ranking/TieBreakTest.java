package io.github.xunbang.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.boards.FakeMetrics;
import io.github.xunbang.boards.Teams;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.MonthLedger;
import io.github.xunbang.ranking.Placing.Score;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TieBreakTest {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 3);
  private static final Period XUN = Period.containing(PeriodType.XUN, DAY);

  private final Map<String, List<LedgerEntry>> entries = new HashMap<>();

  @Test
  void theInstantIsWhenTheRunningSumFirstReachedWhatItIsInTheEnd() {
    entry("m0", "01", null, "2");
    entry("m0", "05", "2", "5");
    entry("m0", "07", "5", "4");
    entry("m1", "03", null, "4");

    List<Score> scores = broken(score("m0", "4"), score("m1", "4"));

    assertThat(scores)
        .extracting(score -> score.entrant().id(), Score::reachedAt)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("m0", at("05")),
            org.assertj.core.groups.Tuple.tuple("m1", at("03")));
  }

  @Test
  void zeroAndUntiedValuesAreLeftAlone() {
    entry("m0", "01", null, "0");
    entry("m1", "02", null, "0");
    entry("m2", "02", null, "9");

    assertThat(broken(score("m0", "0"), score("m1", "0"), score("m2", "9")))
        .extracting(Score::reachedAt)
        .containsOnlyNulls();
  }

  private List<Score> broken(Score... scores) {
    return new TieBreak(ledger(), Teams.of("张敏", "李强", "王芳"), XUN)
        .apply(List.of(scores), FakeMetrics.DEALS);
  }

  private static Score score(String id, String value) {
    return new Score(
        Entrant.of(Teams.member(id, "成员" + id, io.github.xunbang.command.Access.MEMBER, null)),
        new BigDecimal(value),
        null,
        null);
  }

  private void entry(String subject, String hour, String before, String after) {
    List<LedgerEntry> own = entries.computeIfAbsent(subject, none -> new ArrayList<>());
    own.add(
        new LedgerEntry(
            subject + hour,
            "261203-" + own.size(),
            hour,
            DAY,
            subject,
            at(hour),
            "",
            LedgerEntry.Reason.REPORT,
            List.of(
                new LedgerEntry.Step(
                    FakeMetrics.DEALS.id(),
                    before == null ? null : new BigDecimal(before),
                    new BigDecimal(after))),
            Map.of()));
  }

  private static Instant at(String hour) {
    return Instant.parse("2026-12-03T" + hour + ":00:00Z");
  }

  /** Only months are read. */
  private Ledger ledger() {
    return (Ledger)
        Proxy.newProxyInstance(
            Ledger.class.getClassLoader(),
            new Class<?>[] {Ledger.class},
            (proxy, method, arguments) -> month((String) arguments[1]));
  }

  private Optional<MonthLedger> month(String subject) {
    DaySheet day = new DaySheet(DAY, Map.of(), Map.of(), entries.getOrDefault(subject, List.of()));
    return Optional.of(
        new MonthLedger("o1", subject, YearMonth.from(DAY), 1, Map.of(DAY, day), Map.of(), null));
  }
}
