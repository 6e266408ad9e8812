package io.github.xunbang.metric.internal;

import static io.github.xunbang.metric.internal.LedgerPostings.ORG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.Metric.Kind;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MongoMetricCatalogIT {

  private final LedgerFixture fixture = new LedgerFixture();
  private final MongoMetricCatalog catalog = fixture.catalog();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void anOrganizationStartsWithTheDefaultMetrics() {
    assertThat(catalog.metrics(ORG))
        .extracting(Metric::name)
        .containsExactly("意向客户", "新客户信息", "签单", "业绩", "回款");
    assertThat(catalog.find(ORG, "到账")).map(Metric::id).contains("huikuan");
  }

  @Test
  void anAddedMetricIsFoundAtOnceByNameAndAliasHereAndAfterARestart() {
    Metric added = catalog.add(ORG, described("电话量(电话,拨打) 个 0-500 拨通才算"));

    assertThat(added.id()).isEqualTo("k6");
    assertThat(catalog.find(ORG, "拨打")).contains(added);
    assertThat(fixture.catalog().find(ORG, "电话量")).contains(added);
    assertThat(fixture.catalog().metrics(ORG)).hasSize(6);
    assertThat(catalog.metrics("other")).hasSize(5);
  }

  @Test
  void moneyIsAnAmountAndMayBeBoundedInWan() {
    Metric metric = described("保费 元 0-5万");

    assertThat(metric.kind()).isEqualTo(Kind.AMOUNT);
    assertThat(metric.max()).isEqualByComparingTo("50000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "意向 个",
        "新单(成交) 个",
        "三单 个",
        "电话8 个",
        "12 个",
        "量 个",
        "今天拜访 个",
        "小结 个",
        "电话(电话) 个",
        "电话量 万元",
        "电话量 一二三四五",
        "电话|量 个",
      })
  void wordsThatWouldConfuseALineAreRefused(String line) {
    assertThatThrownBy(() -> catalog.add(ORG, described(line)))
        .isInstanceOf(CommandRejectedException.class)
        .hasMessageContaining("指标 新增");
  }

  private static Metric described(String line) {
    return MetricLine.parse(line, word -> Optional.empty(), LocalDate.of(2026, 12, 3))
        .orElseThrow();
  }
}
