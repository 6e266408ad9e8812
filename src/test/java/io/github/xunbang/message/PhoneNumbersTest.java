package io.github.xunbang.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhoneNumbersTest {

  @Test
  void masksEveryNumberHoweverItIsWritten() {
    assertThat(PhoneNumbers.masked("王店长13800000001，备用 +86 139-1234-5678、座机0571-88886666"))
        .isEqualTo("王店长138****0001，备用 139****5678、座机057****6666");
    assertThat(PhoneNumbers.masked("１３８００００１２３４")).isEqualTo("138****1234");
  }

  @Test
  void leavesOtherNumbersAlone() {
    String text = "意向12 业绩35000 订单202612031234567 12-03";

    assertThat(PhoneNumbers.masked(text)).isEqualTo(text);
  }

  @Test
  void neverPrintsTheDigitsItFound() {
    PhoneNumbers.Found found = PhoneNumbers.first("找王店长 138 0000 0001").orElseThrow();

    assertThat(found.digits()).isEqualTo("13800000001");
    assertThat(found.toString()).doesNotContain("13800000001").contains("138****0001");
  }
}
