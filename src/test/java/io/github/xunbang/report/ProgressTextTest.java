package io.github.xunbang.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.TargetProgress.Progress;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the month against its target is said (S-43). */
class ProgressTextTest {

  private static final Metric DEALS =
      new Metric(
          "qiandan",
          "签单",
          List.of(),
          "单",
          Metric.Kind.COUNT,
          Metric.RollUp.SUM,
          null,
          null,
          "",
          Metric.Source.REPORT,
          true);

  @Test
  void saysWhatEachRemainingWorkdayNeedsAndThePace() {
    assertThat(ProgressText.line(DEALS, progress("12", null, "12", "2", "1"), true))
        .isEqualTo("本月签单 12/24（50%），还需每个工作日2单，领先1天");
  }

  @Test
  void beingBehindIsSaidInPrivateOnly() {
    Progress behind = progress("12", null, "12", "2", "-1.5");

    assertThat(ProgressText.line(DEALS, behind, true)).isEqualTo("本月签单 12/24（50%），还需每个工作日2单");
    assertThat(ProgressText.line(DEALS, behind, false)).endsWith("，比进度慢1.5天");
  }

  @Test
  void aReachedTargetPointsToTheStretchOne() {
    assertThat(ProgressText.line(DEALS, progress("24", "30", "0", null, "5"), true))
        .isEqualTo("本月签单 24/24（50%），目标已完成，距奋斗目标6单");
  }

  @Test
  void withoutAWorkdayLeftOnlyTheGapIsSaid() {
    assertThat(ProgressText.line(DEALS, progress("22", null, "2", null, "0"), true))
        .isEqualTo("本月签单 22/24（50%），还差2单");
  }

  private static Progress progress(
      String actual,
      @Nullable String stretch,
      String missing,
      @Nullable String needed,
      String ahead) {
    return new Progress(
        new BigDecimal("24"),
        stretch == null ? null : new BigDecimal(stretch),
        new BigDecimal(actual),
        new BigDecimal("50.0"),
        new BigDecimal(missing),
        6,
        needed == null ? null : new BigDecimal(needed),
        new BigDecimal(ahead));
  }
}
