package io.github.xunbang.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

  @Test
  void masksEveryNumberHoweverItIsWritten() {
    assertThat(PhoneNumbers.masked("王店长13800000001，备用 +86 139-1234-5678、座机0571-88886666"))
        .isEqualTo("王店长138****0001，备用 139****5678、座机057****6666");
    assertThat(PhoneNumbers.masked("１３８００００１２３４")).isEqualTo("138****1234");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13812345678",
        "138 1234 5678",
        "138-1234-5678",
        "1381 2345 678",
        "138 123 45678",
        "138.1234.5678",
        "138 - 1234 - 5678",
        "+8613812345678",
        "+86 138 1234 5678",
        "0086-138-1234-5678",
        "(86)13812345678",
        "８６１３８１２３４５６７８",
        "１３８—１２３４—５６７８",
        "一三八一二三四五六七八",
        "幺三八幺二三四五六七八"
      })
  void readsAMobileHoweverItIsTyped(String typed) {
    assertThat(PhoneNumbers.masked("1." + typed + "一直没打")).isEqualTo("1.138****5678一直没打");
  }

  @ParameterizedTest
  @CsvSource({
    "028-86512345, 02886512345",
    "(028)8651-2345, 02886512345",
    "（0571）8765 4321, 057187654321",
    "+86 28 8651 2345, 02886512345",
    "400-800-1234, 4008001234",
    "电话：8765-4321, 87654321",
    "微信号 1381234567, 1381234567"
  })
  void readsALandlineHoweverItIsTyped(String typed, String digits) {
    assertThat(PhoneNumbers.all("找他 " + typed + "，急"))
        .extracting(PhoneNumbers.Found::digits)
        .containsExactly(digits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "意向12 业绩35000 订单202612031234567 12-03",
        "报价1234567元",
        "业绩 1234567",
        "预算3000-5000",
        "2026-12-03 20261203",
        "电话120 微信30 业绩3000",
        "电话1234567元",
        "一百二十三万四千五百六十七元",
        "300室2厅 8栋1203"
      })
  void leavesOtherNumbersAlone(String text) {
    assertThat(PhoneNumbers.masked(text)).isEqualTo(text);
  }

  @Test
  void neverPrintsTheDigitsItFound() {
    PhoneNumbers.Found found = PhoneNumbers.first("找王店长 138 0000 0001").orElseThrow();

    assertThat(found.digits()).isEqualTo("13800000001");
    assertThat(found.toString()).doesNotContain("13800000001").contains("138****0001");
  }
}
