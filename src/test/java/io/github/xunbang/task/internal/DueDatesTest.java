package io.github.xunbang.task.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.CommandRejectedException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDatesTest {

  /** Thursday, 3 December 2026, 10:00. */
  private static final Instant NOW = Instant.parse("2026-12-03T02:00:00Z");

  private final DueDates dates = new DueDates(BusinessDay.DEFAULT, NOW);

  @ParameterizedTest
  @CsvSource({
    "周五前 回访王女士, 2026-12-04, , 回访王女士",
    "周三 交方案, 2026-12-09, , 交方案",
    "12-06 18:00 交方案, 2026-12-06, 18:00, 交方案",
    "明天下午3点半 开会, 2026-12-04, 15:30, 开会",
    "今天下班前 回电, 2026-12-03, , 回电",
    "下班前 回电, 2026-12-03, , 回电",
    "月底 对账, 2026-12-31, , 对账",
    "三天内 量房, 2026-12-06, , 量房",
    "2号 收款, 2027-01-02, , 收款",
    "2-10 拜年, 2027-02-10, , 拜年",
    "回访王女士 周五之前, 2026-12-04, , 回访王女士",
    "报价 12.3 万给王总 周五, 2026-12-04, , 报价 12.3 万给王总",
    "12月1日 交方案, 2026-12-01, , 交方案"
  })
  void readsWhatPeopleType(String typed, String date, String time, String rest) {
    DueDates.Found found = dates.find(typed).orElseThrow();

    assertThat(found.date()).hasToString(date);
    assertThat(found.time() == null ? null : found.time().toString()).isEqualTo(time);
    assertThat(found.rest()).isEqualTo(rest);
  }

  @Test
  void findsNoDateWhereNoneStands() {
    assertThat(dates.find("回访王女士，她住3号楼")).isEmpty();
  }

  @Test
  void refusesWhatNoCalendarHas() {
    assertThatThrownBy(() -> dates.find("12月4日周六 交方案"))
        .isInstanceOf(CommandRejectedException.class)
        .hasMessage("12月4日是周五，不是周六，请写准日期再发：待办 12-06 交方案");
    assertThatThrownBy(() -> dates.find("明天25点 交方案"))
        .isInstanceOf(CommandRejectedException.class)
        .hasMessageStartingWith("没有“25点”这个时间");
  }
}
