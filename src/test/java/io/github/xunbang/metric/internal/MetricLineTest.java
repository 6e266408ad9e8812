package io.github.xunbang.metric.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.metric.Formula;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.Metric.Direction;
import io.github.xunbang.metric.Metric.Kind;
import io.github.xunbang.metric.Metric.RollUp;
import io.github.xunbang.metric.Metric.UnitValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricLineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "费用率(费率) % 0-60 越低越好 期末 岗位 店长,会计 门店自报 定义 费用除以销售额",
        "费用率（费率） ％ 门店自报 岗位：店长、会计 期末 越少越好 0～60% 费用除以销售额",
        "费用率(费率) 百分比 期末 0至60 门店自报 越低越好 岗位 店长，会计 说明：费用除以销售额",
      })
  void optionsStandInAnyOrder(String line) {
    Metric metric = parse(line);

    assertThat(metric.name()).isEqualTo("费用率");
    assertThat(metric.aliases()).containsExactly("费率");
    assertThat(metric.unit()).isEqualTo("%");
    assertThat(metric.kind()).isEqualTo(Kind.RATIO);
    assertThat(metric.rollUp()).isEqualTo(RollUp.LAST);
    assertThat(metric.max()).isEqualByComparingTo("60");
    assertThat(metric.direction()).isEqualTo(Direction.LOWER);
    assertThat(metric.positions()).containsExactly("店长", "会计");
    assertThat(metric.unitValue()).isEqualTo(UnitValue.OWN);
    assertThat(metric.definition()).isEqualTo("费用除以销售额");
  }

  @Test
  void aRangeInWanCountsForBothEnds() {
    assertThat(parse("试单 元 1-2万").min()).isEqualByComparingTo("10000");
    assertThat(parse("试单 元 5000-2万").min()).isEqualByComparingTo("5000");
    assertThat(parse("试单 元 0-2万").max()).isEqualByComparingTo("20000");
  }

  @Test
  void readsRatiosAndScores() {
    assertThat(parse("转化率=成交/意向").formula()).isEqualTo(new Formula.Ratio("qiandan", "yixiang"));
    assertThat(parse("综合分 = 意向×1 ＋ 10*签单 - 业绩*0.001 越高越好").formula())
        .isEqualTo(
            new Formula.Weighted(
                List.of(
                    new Formula.Term("yixiang", BigDecimal.ONE),
                    new Formula.Term("qiandan", BigDecimal.TEN),
                    new Formula.Term("yeji", new BigDecimal("-0.001")))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "转化率 = 签单 /",
        "转化率 = 签单 / 意向 / 业绩",
        "转化率 = 签单*2 / 意向",
        "综合分 = 2*签单*3",
        "综合分 = 签单 + ",
        "综合分 = 签单 * 很多",
        "综合分 = = 签单",
        "转化率 = 签单 / 意向 0-100",
        "转化率 = 签单 / 意向 门店自报",
      })
  void aFormulaThatIsNoneIsRefusedWithALineToType(String line) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(CommandRejectedException.class)
        .hasMessageContaining("指标 新增");
  }

  @Test
  void aMissingNumeratorIsZeroUnlessLessIsBetter() {
    Metric rate = parse("转化率 = 签单 / 意向");
    Metric cost = parse("单耗率 = 签单 / 意向 越低越好");
    Map<String, BigDecimal> onlyBelow = Map.of("yixiang", BigDecimal.TEN);

    assertThat(rate.derive(onlyBelow)).hasValueSatisfying(value -> assertThat(value).isZero());
    assertThat(cost.derive(onlyBelow)).isEmpty();
    assertThat(rate.derive(Map.of("qiandan", BigDecimal.ONE))).isEmpty();
    assertThat(rate.derive(Map.of("qiandan", BigDecimal.ONE, "yixiang", BigDecimal.ZERO)))
        .isEmpty();
  }

  @Test
  void everythingIsStoredAndADocumentFromBeforeStillLoads() {
    Metric metric = parse("费用率 % 0-60 越低越好 期末 岗位 店长 门店自报 定义 费用");
    Metric derived = parse("综合分 = 意向*1 + 签单*10");

    assertThat(MetricDocument.load(MetricDocument.store(metric))).isEqualTo(metric);
    assertThat(MetricDocument.load(MetricDocument.store(derived))).isEqualTo(derived);
    Document old = MetricDocument.store(DefaultMetrics.ALL.get(0));
    List.of("direction", "positions", "unitValue").forEach(old::remove);
    assertThat(MetricDocument.load(old)).isEqualTo(DefaultMetrics.ALL.get(0));
  }

  private static Metric parse(String line) {
    return MetricLine.parse(
            line,
            word ->
                DefaultMetrics.ALL.stream()
                    .filter(metric -> MetricWords.isCalled(metric, word))
                    .findFirst()
                    .or(Optional::empty),
            LocalDate.of(2026, 12, 3))
        .orElseThrow();
  }
}
