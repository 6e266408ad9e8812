package io.github.xunbang.deal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenSigningTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 意向12",
        " 2",
        "：1",
        "0",
        "没有",
        "无",
        "两单",
        " 3单 5.8万",
        "+1",
        "率50%",
        "数 3",
        "2意向12",
        " 12",
        "一单，意向5",
        "2（王姐3万、李总2.8万）",
        "三意向五",
        "12意向5",
        "2单业绩3万",
        "2业绩3万",
        " 2 3万",
        "12 意向5"
      })
  void aNumberBehindTheWordIsAFigure(String behind) {
    assertThat(SpokenSigning.isFigure(behind)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " 王女士 5.8万",
        "王女士5.8万",
        " #12",
        "",
        " 三和装饰 12万",
        " 12栋王姐 5万",
        " 2单元王姐 5万",
        " 改 #12 金额 5万",
        " 百度 5万",
        " 3M公司 12万",
        "3m公司12万",
        " 58同城 2万",
        "360公司3万",
        " 13800138000 6万",
        "金额：5.8万 客户：王女士"
      })
  void aNameOrANumberSignIsTheCommand(String behind) {
    assertThat(SpokenSigning.isFigure(behind)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          昨天签单 王女士 5.8万        | 王女士 5.8万 昨天  | true
          12-01签单王女士5.8万        | 王女士5.8万 12-01 | true
          今天签了王女士5.8万          | 王女士 5.8万      | false
          我昨天签了王女士5.8万         | -               | -
          昨天签了王女士5.8万！😂        | 王女士 5.8万 昨天  | false
          签但王女士五万八             | 王女士 五万八      | false
          成交王女士五万八             | 王女士 五万八      | false
          拿下李总12万，和李四          | 李总 12万 和李四   | false
          签了2单                   | -               | -
          今天签了一个大单5万           | -               | -
          签了个客户5万              | -               | -
          成交一单2.3万              | -               | -
          昨天签单2                 | -               | -
          今天签了王女士5.8万，意向12    | -               | -
          今天没出单，意向6           | -               | -
          """)
  void findsDealsThatWereOnlyTold(String text, String line, String sure) {
    var found = SpokenSigning.of(text);

    assertThat(found.map(SpokenSigning::line).orElse("-")).isEqualTo(line);
    assertThat(found.map(one -> String.valueOf(one.sure())).orElse("-")).isEqualTo(sure);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5.8万 王女士            | 王女士 5.8万
          5.8万，李总 协作 李四      | 李总 5.8万 协作 李四
          5.8万 意向12            | -
          5.8万 加油              | -
          2 王女士               | -
          """)
  void theAmountMayComeBeforeTheName(String behind, String line) {
    assertThat(SpokenSigning.amountFirst(behind).map(SpokenSigning::line).orElse("-"))
        .isEqualTo(line);
  }
}
