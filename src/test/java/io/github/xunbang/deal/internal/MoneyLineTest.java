package io.github.xunbang.deal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.DateWords;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyLineTest {

  private static final DateWords DATES =
      new DateWords(BusinessDay.DEFAULT, Instant.parse("2026-12-03T13:40:00Z"));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          '#12 3万'              ; '#12 30000'
          '#12 回款 3万'           ; '#12 30000'
          '#12 回款 300'          ; '#12 300'
          '#12 到账 2万 昨天'        ; '#12 20000 12-02'
          '#12 回款 尾款'          ; '#12 rest'
          '3万 #12'              ; '#12 30000'
          '3万 #12 昨天'           ; '#12 30000 12-02'
          '3万 王女士'             ; '王女士 30000'
          '王女士 3万'             ; '王女士 30000'
          '3M公司 3万'            ; '3M公司 30000'
          '3M公司3万'             ; '3M公司 30000'
          '58同城 1万'            ; '58同城 10000'
          '360公司 尾款'           ; '360公司 rest'
          '12栋王姐 1万'           ; '12栋王姐 10000'
          '12栋王姐1.5万 12-01'    ; '12栋王姐 15000 12-01'
          """)
  void findsDealAndAmountInAnyOrder(String typed, String meant) {
    MoneyLine line = MoneyLine.read(DATES, typed);

    String amount = line.rest() ? "rest" : amount(line);
    String day = line.day() == null ? "" : " " + line.day().toString().substring(5);
    String deal = line.number() == null ? line.customer() : "#" + line.number();
    assertThat(deal + " " + amount + day).isEqualTo(meant);
  }

  private static String amount(MoneyLine line) {
    return line.amount() == null ? "-" : line.amount().stripTrailingZeros().toPlainString();
  }
}
