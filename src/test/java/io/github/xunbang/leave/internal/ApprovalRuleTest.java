package io.github.xunbang.leave.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "全部            | 全部",
        "要              | 全部",
        "自动            | 全部免批",
        "免批            | 全部免批",
        "免批 病假，调休 | 免批 病假,调休",
        "病假和补休免批  | 免批 病假,调休",
        "免批 年休假     | 免批 年假",
        "3天以内免批     | 3天以内免批",
        "免批 两天以内   | 2天以内免批",
        "半天内免批      | 0.5天以内免批",
        "1.5天及以下     | 1.5天以内免批",
      })
  void readsWhatAManagerSays(String typed, String stored) {
    assertThat(ApprovalRule.parse(typed)).contains(stored);
    assertThat(ApprovalRule.parse(stored)).as("what is shown can be typed").contains(stored);
  }

  @ParameterizedTest
  @ValueSource(strings = {"看情况", "免批 学习假", "病假", "免批 病假,随便", "十五天以内", ""})
  void refusesWhatItCannotRead(String typed) {
    assertThat(ApprovalRule.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "全部, 病假, 0.5, false",
    "要批, 病假, 0.5, false",
    "自动, 事假, 9, true",
    "全部免批, '', 9, true",
    "'免批 病假,调休', 调休, 9, true",
    "'免批 病假,调休', 事假, 0.5, false",
    "'免批 陪产假', 产假, 1, false",
    "2天以内免批, 事假, 2, true",
    "2天以内免批, 事假, 2.5, false",
    "0.5天以内免批, 事假, 0.5, true",
  })
  void decidesByKindOrLength(String stored, String kind, BigDecimal workdays, boolean free) {
    assertThat(ApprovalRule.isFree(stored, kind, workdays)).isEqualTo(free);
  }
}
