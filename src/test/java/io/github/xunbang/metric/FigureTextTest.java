package io.github.xunbang.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FigureTextTest {

  @Test
  void amountsAreExactAndShort() {
    assertThat(FigureText.of(new BigDecimal("35000.00"), "元")).isEqualTo("3.5万");
    assertThat(FigureText.of(new BigDecimal("123400"), "元")).isEqualTo("12.34万");
    assertThat(FigureText.of(new BigDecimal("-35000"), "元")).isEqualTo("-3.5万");
    assertThat(FigureText.of(new BigDecimal("35050"), "元")).isEqualTo("35050元");
    assertThat(FigureText.of(new BigDecimal("9900"), "元")).isEqualTo("9900元");
    assertThat(FigureText.of(new BigDecimal("0.00"), "元")).isEqualTo("0元");
    assertThat(FigureText.of(new BigDecimal("20000"), "个")).isEqualTo("20000个");
    assertThat(FigureText.of(new BigDecimal("1.50"), "单")).isEqualTo("1.5单");
  }
}
