package io.github.xunbang.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.customer.internal.FollowUpReader.FollowUp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpReaderTest {

  /** Thursday, 3 December 2026, 21:40 in Shanghai. */
  private static final DateWords DATES =
      new DateWords(BusinessDay.DEFAULT, Instant.parse("2026-12-03T13:40:00Z"));

  @ParameterizedTest
  @CsvSource({
    "12-20 回访, 2026-12-20, 回访",
    "12-20回访, 2026-12-20, 回访",
    "12月20日(周日)：送资料, 2026-12-20, 送资料",
    "下周三 打电话, 2026-12-09, 打电话",
    "下周三打电话, 2026-12-09, 打电话",
    "周三 打电话, 2026-12-09, 打电话",
    "星期四 打电话, 2026-12-03, 打电话",
    "20号 回访, 2026-12-20, 回访",
    "2号 回访, 2027-01-02, 回访",
    "30日 回访, 2026-12-30, 回访",
    "3-15 回访, 2027-03-15, 回访",
    "3月15日(周一) 回访, 2027-03-15, 回访",
    "2027-05-01 回访, 2027-05-01, 回访",
    "三天后 回访, 2026-12-06, 回访",
    "两周后 回访, 2026-12-17, 回访",
    "1个月后 回访, 2027-01-03, 回访",
    "下月5号 回访, 2027-01-05, 回访",
    "明天下午3点 看样板间, 2026-12-04, 下午3点 看样板间",
    "后天, 2026-12-05, 回访",
  })
  void aDateToComeAtTheFrontIsAnAppointment(String typed, LocalDate day, String what) {
    assertThat(FollowUpReader.read(typed, DATES))
        .isEqualTo(new FollowUp.Appointment(day, what, "", List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "交房 12-20 提前7天 验房, 2026-12-13, 验房, 交房 12月20日(周日)",
    "交房 12-20 验房, 2026-12-13, 验房, 交房 12月20日(周日)",
    "交房12-20, 2026-12-13, 交房前联系, 交房 12月20日(周日)",
    "安装 12-28 提前三天 备料, 2026-12-25, 备料, 安装 12月28日(周一)",
    "提前两周 交房 1-20 验房, 2027-01-06, 验房, 交房 1月20日(周三)",
    "交房 12-05 验房, 2026-12-03, 验房, 交房 12月5日(周六)",
  })
  void anEventIsCountedBackFrom(String typed, LocalDate day, String what, String event) {
    assertThat(FollowUpReader.read(typed, DATES))
        .isEqualTo(new FollowUp.Appointment(day, what, event, List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"已约周六量房", "今天打了电话，有意向", "昨天去过样板间", "交房很顺利", "3.5万的方案满意", "预算20万，喜欢现代风格", "今天已回访"})
  void whatHappenedIsANote(String typed) {
    assertThat(FollowUpReader.read(typed, DATES)).isEqualTo(new FollowUp.Note(typed));
  }

  @Test
  void severalPeopleAreNamedAfterTheAt() {
    assertThat(FollowUpReader.read("12-20 回访 @设计师 @客服 @我", DATES))
        .isEqualTo(
            new FollowUp.Appointment(
                LocalDate.of(2026, 12, 20), "回访", "", List.of("设计师", "客服", "我")));
  }

  @ParameterizedTest
  @CsvSource({
    "12-01 回访, past",
    "昨天 回访, past",
    "2025-12-20 回访, past",
    "2月30日 回访, noSuchDate",
    "下月40号 回访, noSuchDate",
    "12-20(周一) 回访, contradiction",
    "2029-01-01 回访, tooFar",
    "交房 提前7天 验房, noEventDate",
    "交房 12-20 提前0天 验房, badLead",
    "交房 12-20 提前200天 验房, badLead",
  })
  void aDateThatCannotBeIsRefused(String typed, String problem) {
    assertThatThrownBy(() -> FollowUpReader.read(typed, DATES))
        .isInstanceOf(FollowProblem.class)
        .hasMessage(problem);
  }
}
