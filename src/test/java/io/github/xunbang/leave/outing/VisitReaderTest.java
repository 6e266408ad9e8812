package io.github.xunbang.leave.outing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.calendar.BusinessDay;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Thursday 2026-12-03, 21:40 in Shanghai. */
class VisitReaderTest {

  private static final Instant NOW = Instant.parse("2026-12-03T13:40:00Z");

  @ParameterizedTest
  @CsvSource({
    "八店 找王店长 13800000001 明天上午,         2026-12-04, 八店|王店长|13800000001|上午|",
    "明天上午 13800000001 找王店长 八店,         2026-12-04, 八店|王店长|13800000001|上午|",
    "明天下午3点去九店找李经理谈合同,             2026-12-04, 九店|李经理||下午3点|谈合同",
    "八店 王店长 谈合同,                         , 八店|王店长|||谈合同",
    "八店 谈合同,                               , 八店||||谈合同",
    "去万达广场 拜访陈总 +86 138-0000-0001 14:30, , 万达广场|陈总|13800000001|14:30|",
    "周五 八店 找周一鸣,                         2026-12-04, 八店|周一鸣|||",
    "下周一 一区培训,                            2026-12-07, 一区培训||||",
    "八店 找王店长 12-05,                        2026-12-05, 八店|王店长|||",
    "找王店长,                                   , |王店长|||",
    "事由：签约；地点：八店；联系人：王店长；电话：13800000001, , 八店|王店长|13800000001||签约",
    "地点:八店 时间:明天 10:30 拜访:王店长,        2026-12-04, 八店|王店长||10:30|",
  })
  void readsTheParts(String typed, LocalDate day, String parts) {
    VisitReader.Read read = VisitReader.read(typed, BusinessDay.DEFAULT, NOW);

    Visit visit = read.visit();
    assertThat(read.day()).isEqualTo(day);
    assertThat(
            String.join(
                "|", visit.place(), visit.person(), visit.phone(), visit.time(), visit.purpose()))
        .isEqualTo(parts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"八店 昨天", "八店 明天 后天", "八店 周四(12.2)", "八店 2月30日"})
  void refusesDaysThatCannotBe(String typed) {
    assertThatThrownBy(() -> VisitReader.read(typed, BusinessDay.DEFAULT, NOW))
        .isInstanceOf(OutingProblem.class);
  }

  @Test
  void noPartKeepsASecondPhone() {
    Visit visit =
        VisitReader.read("八店 找王店长 13800000001 或13900000002", BusinessDay.DEFAULT, NOW).visit();

    assertThat(visit.phone()).isEqualTo("13800000001");
    assertThat(visit.toString()).doesNotContain("13900000002").doesNotContain("13800000001");
  }

  @Test
  void aDayAloneIsNoVisit() {
    assertThat(VisitReader.day("明天", BusinessDay.DEFAULT, NOW)).contains(LocalDate.of(2026, 12, 4));
    assertThat(VisitReader.day("明天 八店", BusinessDay.DEFAULT, NOW)).isEmpty();
  }
}
