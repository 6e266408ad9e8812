package io.github.xunbang.metric.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.metric.Metric;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportTableTest {

  private static final Metric YEJI = metric("yeji");
  private static final Metric YIXIANG = metric("yixiang");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "姓名 业绩 意向↵张敏 12万 35",
        "姓名\t业绩（万元）\t意向↵张敏\t12\t35",
        "姓名,业绩,意向↵张敏,120000,35",
        "序号\t姓名\t业绩\t意向↵\t张敏\t120,000\t35",
        "姓名　业绩　意向↵张敏　12w　35个",
      })
  void readsTabsCommasAndBlanks(String typed) {
    ImportTable table = read(typed.replace("↵", "\n").replace("个", ""));

    assertThat(table.problems()).isEmpty();
    assertThat(table.rows().get("张敏").get(YEJI)).isEqualByComparingTo("120000");
    assertThat(table.rows().get("张敏").get(YIXIANG)).isEqualByComparingTo("35");
  }

  @Test
  void anEmptyCellSaysNothingAndZeroIsZero() {
    ImportTable table = read("姓名\t业绩\t意向\n张敏\t\t0\n李强\t-\t/");

    assertThat(table.rows().get("张敏")).isEqualTo(Map.of(YIXIANG, BigDecimal.ZERO));
    assertThat(table.rows().get("李强")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "业绩 意向↵张敏 12万 35|第1行：表头要有“姓名”或“门店”一列",
        "姓名 到访↵张敏 3|第1行：“到访”不是指标",
        "姓名 业绩 销售额↵张敏 3 3|第1行：“业绩”有两列",
        "姓名 业绩 意向↵张敏 35|第2行：“张敏 35”和表头的列数对不上",
        "姓名 业绩↵张敏 3↵张敏 4|第3行：“张敏”写了两行",
        "姓名 业绩↵张敏 -5|第2行：业绩不能是负数",
        "姓名 意向↵张敏 5元|第2行：“5元”不是意向客户的数",
        "姓名 意向↵张敏 5%|第2行：“5%”不是意向客户的数",
        "姓名 意向↵张敏 十来个|第2行：“十来个”不是意向客户的数",
        "门店\t意向↵\t5|第2行：没有写门店",
        "姓名\t意向↵张敏\t5\t6|第2行：“6”上面没有列名",
        "姓名 意向↵张敏 5↵合计 6|合计行的意向客户写6，各行加起来是5",
      })
  void namesTheLineThatIsWrong(String typed, String problem) {
    assertThat(read(typed.replace("↵", "\n")).problems()).contains(problem);
  }

  @Test
  void manyProblemsAreShownInPart() {
    ImportTable table = read("姓名 意向\n甲 多\n乙 多\n丙 多\n丁 多");

    assertThat(table.problems().lines()).hasSize(4).last().isEqualTo("共4处");
  }

  private static ImportTable read(String typed) {
    return ImportTable.read(
        typed,
        word ->
            DefaultMetrics.ALL.stream()
                .filter(metric -> MetricWords.isCalled(metric, word))
                .findFirst()
                .or(Optional::empty));
  }

  private static Metric metric(String id) {
    return DefaultMetrics.ALL.stream()
        .filter(metric -> metric.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
