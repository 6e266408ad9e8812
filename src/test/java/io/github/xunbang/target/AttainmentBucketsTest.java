package io.github.xunbang.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.metric.Metric.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttainmentBucketsTest {

  private final AttainmentBuckets buckets = AttainmentBuckets.DEFAULT;

  @Test
  void namesBucketsFromTheBestDown() {
    assertThat(buckets.names()).containsExactly("达到奋斗", "100%以上", "90%-100%", "80%-90%", "80%以下");
  }

  @Test
  void comparesExactValuesNotRoundedPercentages() {
    assertThat(name("9996", "10000", null)).isEqualTo("90%-100%");
    assertThat(name("10000", "10000", "12000")).isEqualTo("100%以上");
    assertThat(name("12000", "10000", "12000")).isEqualTo("达到奋斗");
    assertThat(name("90", "100", null)).isEqualTo("90%-100%");
    assertThat(name("79.9", "100", null)).isEqualTo("80%以下");
  }

  @Test
  void turnsTheQuotientRoundWhereLessIsBetter() {
    assertThat(lower("9.6", "9.6")).isEqualTo("100%以上");
    assertThat(lower("10", "9.6")).isEqualTo("90%-100%");
    assertThat(lower("0", "9.6")).isEqualTo("100%以上");
  }

  @Test
  void takesBordersFromTheSetting() {
    AttainmentBuckets two = AttainmentBuckets.of(Map.of(AttainmentBuckets.SETTING, "100,60"));

    assertThat(two.names()).containsExactly("达到奋斗", "100%以上", "60%-100%", "60%以下");
    assertThatThrownBy(() -> new AttainmentBuckets(List.of(80, 90)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hasNoPercentageOfNothing() {
    assertThat(AttainmentBuckets.percent(BigDecimal.ONE, BigDecimal.ZERO)).isNull();
    assertThat(AttainmentBuckets.percent(new BigDecimal("8"), new BigDecimal("24")))
        .isEqualTo(new BigDecimal("33.3"));
  }

  @Test
  void neverRoundsUpToAPercentageThatReadsLikeABetterBucket() {
    BigDecimal base = new BigDecimal("30000");

    assertThat(AttainmentBuckets.percent(new BigDecimal("26999"), base)).isEqualTo("89.9");
    assertThat(AttainmentBuckets.percent(new BigDecimal("29999"), base)).isEqualTo("99.9");
    assertThat(AttainmentBuckets.percent(new BigDecimal("27000"), base)).isEqualTo("90.0");
    assertThat(AttainmentBuckets.percent(new BigDecimal("5000"), base)).isEqualTo("16.7");
  }

  private String name(String actual, String base, String stretch) {
    return buckets
        .names()
        .get(
            buckets.indexOf(
                new BigDecimal(actual),
                new BigDecimal(base),
                stretch == null ? null : new BigDecimal(stretch),
                Direction.HIGHER));
  }

  private String lower(String actual, String base) {
    return buckets
        .names()
        .get(buckets.indexOf(new BigDecimal(actual), new BigDecimal(base), null, Direction.LOWER));
  }
}
