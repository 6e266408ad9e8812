package io.github.xunbang.target.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.boards.FakeMetrics;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.target.Goal;
import io.github.xunbang.target.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalTextTest {

  private static final Metric EXPENSE =
      new Metric(
          "feiyong",
          "费用率",
          List.of(),
          "%",
          Metric.Kind.RATIO,
          Metric.RollUp.LAST,
          null,
          null,
          "",
          Metric.Source.REPORT,
          true,
          Metric.Direction.LOWER,
          null,
          List.of(),
          Metric.UnitValue.OWN);

  @Test
  void saysWhatIsNeededPerRemainingWorkdayAndThePace() {
    assertThat(text(FakeMetrics.DEALS, "8", "24", null, 8, 12))
        .isEqualTo("签单 8/24单 33.3%，还差16单，剩12个工作日每天2单，比进度慢1.3天");
    assertThat(text(FakeMetrics.DEALS, "12", "24", null, 8, 12))
        .isEqualTo("签单 12/24单 50%，还差12单，剩12个工作日每天1单，比进度快2天");
  }

  @Test
  void halfADayLeftNeedsWhatIsMissingAndNotTwiceOfIt() {
    assertThat(text(FakeMetrics.DEALS, "22", "24", null, 21, 0.5))
        .isEqualTo("签单 22/24单 91.7%，还差2单，剩1个工作日每天2单，比进度慢1.3天");
    assertThat(text(FakeMetrics.DEALS, "19", "24", null, 19, 2.5)).contains("剩3个工作日每天2单");
  }

  @Test
  void namesTheLineThatWasCrossed() {
    assertThat(text(FakeMetrics.DEALS, "24", "24", "30", 8, 12))
        .isEqualTo("签单 24/24单 100%，已完成！离奋斗还差6单");
    assertThat(text(FakeMetrics.DEALS, "31", "24", "30", 8, 12))
        .isEqualTo("签单 31/24单 129.2%，奋斗目标也完成了！");
  }

  @Test
  void saysOfALowerIsBetterMetricThatItIsToBeKeptBelow() {
    assertThat(text(EXPENSE, "9.2", "9.6", null, 8, 12)).isEqualTo("费用率 控制在9.6%以内，现在9.2%");
    assertThat(text(EXPENSE, "10.1", "9.6", null, 8, 12)).isEqualTo("费用率 控制在9.6%以内，现在10.1%，超出0.5%");
    assertThat(text(EXPENSE, null, "9.6", null, 8, 12)).isEqualTo("费用率 控制在9.6%以内，现在—");
  }

  private static String text(
      Metric metric, String actual, String base, String stretch, double elapsed, double left) {
    Goal goal =
        new Goal(
            Subject.ORGANIZATION,
            metric.id(),
            Period.containing(PeriodType.MONTH, LocalDate.of(2026, 12, 3)),
            new BigDecimal(base),
            stretch == null ? null : new BigDecimal(stretch),
            "",
            1);
    BigDecimal reached = actual == null ? null : new BigDecimal(actual);
    return GoalText.progress(
        metric,
        reached,
        new Pace(BigDecimal.valueOf(elapsed), BigDecimal.valueOf(left))
            .progress(goal, metric, reached == null ? BigDecimal.ZERO : reached));
  }
}
