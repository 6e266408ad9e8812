package io.github.xunbang.target.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.boards.FakeMetrics;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodCalendar;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.target.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SplitTest {

  @Test
  void addsUpToTheWholeWhateverTheWeights() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      int scale = random.nextInt(3);
      BigDecimal whole = BigDecimal.valueOf(random.nextInt(2_000_000), random.nextInt(3));
      List<BigDecimal> weights = weights(random);

      Split split = Split.of(whole, weights, scale);

      BigDecimal sum = split.parts().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(sum).as("%s by %s", whole, weights).isEqualByComparingTo(whole);
      assertThat(split.raised()).isLessThan(weights.size());
      BigDecimal all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal step = BigDecimal.ONE.movePointLeft(split.parts().get(0).scale());
      for (int i = 0; i < weights.size(); i++) {
        BigDecimal exact =
            whole.multiply(weights.get(i)).divide(all, 20, java.math.RoundingMode.HALF_UP);
        assertThat(split.parts().get(i).subtract(exact).abs()).isLessThanOrEqualTo(step);
      }
    }
  }

  @Test
  void givesTheRemainderToTheLargestAndSaysSo() {
    SplitPlan plan = plan("10", null, "3", "5", "3");

    assertThat(bases(plan)).containsExactly("3", "5", "2");
    assertThat(plan.remainder()).isEqualTo("除不尽的2单加给：乙、甲各1单");

    SplitPlan uneven = plan("100", null, "1", "1", "1");

    assertThat(bases(uneven)).containsExactly("34", "33", "33");
    assertThat(uneven.remainder()).isEqualTo("除不尽的1单加给：甲");
  }

  @Test
  void keepsEveryStretchAtOrAboveItsBase() {
    Random random = new Random(11);
    for (int round = 0; round < 500; round++) {
      int base = 1 + random.nextInt(60);
      int stretch = base + random.nextInt(20);
      SplitPlan plan =
          plan(String.valueOf(base), String.valueOf(stretch), "1", "" + random.nextInt(9), "2");

      assertThat(plan.drafts())
          .allSatisfy(draft -> assertThat(draft.stretch()).isGreaterThanOrEqualTo(draft.base()));
      assertThat(
              plan.drafts().stream().map(Draft::stretch).reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(String.valueOf(stretch));
    }
  }

  @Test
  void refusesWeightsThatAreAllZeroOrNegative() {
    assertThatThrownBy(() -> Split.of(BigDecimal.TEN, List.of(BigDecimal.ZERO), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> Split.of(BigDecimal.TEN, List.of(BigDecimal.TEN, new BigDecimal(-1)), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void splitsASettlementYearIntoItsMonthsAndASettlementMonthNotIntoXun() {
    PeriodCalendar calendar = new PeriodCalendar(Map.of(YearMonth.of(2026, 1), 25));
    Period year = calendar.containing(PeriodType.YEAR, LocalDate.of(2027, 5, 5));

    List<SplitParts> months =
        SplitParts.within(calendar, Subject.ORGANIZATION, year, PeriodType.MONTH);

    assertThat(months).hasSize(12);
    assertThat(months.get(0).period().start()).isEqualTo("2026-12-26");
    assertThat(
            SplitParts.within(
                calendar, Subject.ORGANIZATION, months.get(4).period(), PeriodType.XUN))
        .isEmpty();
  }

  private static SplitPlan plan(String base, String stretch, String... weights) {
    return SplitPlan.of(
        FakeMetrics.DEALS,
        Draft.of(new BigDecimal(base), stretch == null ? null : new BigDecimal(stretch)),
        List.of("甲", "乙", "丙"),
        List.of(),
        Stream.of(weights).map(BigDecimal::new).toList());
  }

  private static List<String> bases(SplitPlan plan) {
    return plan.drafts().stream().map(draft -> String.valueOf(draft.base())).toList();
  }

  private static List<BigDecimal> weights(Random random) {
    List<BigDecimal> weights =
        new ArrayList<>(
            IntStream.range(0, 1 + random.nextInt(40))
                .mapToObj(i -> BigDecimal.valueOf(random.nextInt(50)))
                .toList());
    weights.add(BigDecimal.ONE);
    return weights;
  }
}
