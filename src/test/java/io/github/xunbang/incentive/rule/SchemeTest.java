package io.github.xunbang.incentive.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.engine.TestRule;
import io.github.xunbang.incentive.rule.Scheme.State;
import io.github.xunbang.incentive.rule.Scheme.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which version of a scheme settles a period. */
class SchemeTest {

  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
  private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
  private static final List<Rule> RULES =
      List.of(TestRule.reward("R1", TestRule.fixed("100")).rule());

  @Test
  void whatIsStoppedDoesNotComeBackWithAnEarlierChangeForNextMonth() {
    Scheme scheme =
        scheme(
            version(1, OCTOBER, RULES),
            version(2, DECEMBER, RULES),
            version(3, NOVEMBER, List.of()));

    assertThat(scheme.versionFor(month(OCTOBER))).map(Version::number).contains(1);
    assertThat(scheme.rulesFor(month(NOVEMBER))).isEmpty();
    assertThat(scheme.rulesFor(month(DECEMBER))).isEmpty();
  }

  @Test
  void aVersionForLaterLeavesThePeriodsBeforeItAlone() {
    Scheme scheme = scheme(version(1, OCTOBER, RULES), version(2, DECEMBER, List.of()));

    assertThat(scheme.versionFor(month(NOVEMBER))).map(Version::number).contains(1);
    assertThat(scheme.versionFor(month(DECEMBER))).map(Version::number).contains(2);
  }

  private static Period month(LocalDate day) {
    return Period.containing(PeriodType.MONTH, day);
  }

  private static Version version(int number, LocalDate from, List<Rule> rules) {
    return new Version(number, State.IN_FORCE, from, rules, "m1", Instant.EPOCH, null);
  }

  private static Scheme scheme(Version... versions) {
    return new Scheme("o1", "F1", "电销", "m1", null, 7, List.of(versions));
  }
}
