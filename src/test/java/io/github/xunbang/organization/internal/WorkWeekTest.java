package io.github.xunbang.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkWeekTest {

  @ParameterizedTest
  @CsvSource({
    "周一到周五,12345",
    "周一至周六,123456",
    "星期二到星期天,234567",
    "周二 - 周日,234567",
    "周六到周三,12367",
    "每天,1234567",
    "全年无休,1234567",
    "法定,12345",
    "单休,123456",
    "周一、周三、周五,135",
    "休周日,123456",
    "周一休息,234567",
    "周一到周日,1234567"
  })
  void readsTheWeek(String typed, String digits) {
    assertThat(WorkWeek.read(typed).orElseThrow().store()).isEqualTo(digits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"随便", "大小周", "周八", "周一到", "12345"})
  void refusesOtherWords(String typed) {
    assertThat(WorkWeek.read(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"123456,周一到周六", "234567,周二到周日", "135,周一、周三、周五", "1234567,每天"})
  void showsTheWeek(String digits, String shown) {
    assertThat(WorkWeek.of(digits).text()).startsWith(shown);
  }
}
