package io.github.xunbang.leave.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.calendar.BusinessDay;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Said on Thursday 2026-12-03 at 21:40. */
class LeaveReaderTest {

  private static final Instant THURSDAY = Instant.parse("2026-12-03T13:40:00Z");
  private static final Instant AFTER_MIDNIGHT = Instant.parse("2026-12-03T16:40:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "今天                     | 2026-12-03 | 2026-12-03 |     | ''",
        "明天 病假 发烧           | 2026-12-04 | 2026-12-04 | 病假 | 发烧",
        "病假明天                 | 2026-12-04 | 2026-12-04 | 病假 | ''",
        "周四                     | 2026-12-03 | 2026-12-03 |     | ''",
        "周三                     | 2026-12-09 | 2026-12-09 |     | ''",
        "上周三                   | 2026-11-25 | 2026-11-25 |     | ''",
        "下周一到周三 年假        | 2026-12-07 | 2026-12-09 | 年假 | ''",
        "周四周五 事假            | 2026-12-03 | 2026-12-04 | 事假 | ''",
        "今明两天                 | 2026-12-03 | 2026-12-04 |     | ''",
        "12-05到12-07             | 2026-12-05 | 2026-12-07 |     | ''",
        "12-05-12-07              | 2026-12-05 | 2026-12-07 |     | ''",
        "12.5～12.7 调休          | 2026-12-05 | 2026-12-07 | 调休 | ''",
        "12月5日-7日              | 2026-12-05 | 2026-12-07 |     | ''",
        "12/5至7                  | 2026-12-05 | 2026-12-07 |     | ''",
        "28号到3号                | 2026-12-28 | 2027-01-03 |     | ''",
        "12-30到01-04 婚假        | 2026-12-30 | 2027-01-04 | 婚假 | ''",
        "1-20                     | 2027-01-20 | 2027-01-20 |     | ''",
        "1月20日(周三)            | 2027-01-20 | 2027-01-20 |     | ''",
        "20号                     | 2026-12-20 | 2026-12-20 |     | ''",
        "12-02                    | 2026-12-02 | 2026-12-02 |     | ''",
        "昨天 生病                | 2026-12-02 | 2026-12-02 |     | 生病",
        "周一起3天 陪产假         | 2026-12-07 | 2026-12-09 | 陪产假 | ''",
        "明天两天                 | 2026-12-04 | 2026-12-05 |     | ''",
        "明天，家里有事           | 2026-12-04 | 2026-12-04 |     | 家里有事",
        "明天 事假 家里下午有事   | 2026-12-04 | 2026-12-04 | 事假 | 家里下午有事",
      })
  void readsDatesKindAndReason(
      String typed, String first, String last, String kind, String reason) {
    LeaveWish wish = read(typed, THURSDAY);

    assertThat(wish.first() + " " + wish.last()).as(typed).isEqualTo(first + " " + last);
    assertThat(wish.kind()).isEqualTo(kind == null ? "" : kind);
    assertThat(wish.reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "明天上午, half",
    "半天, half",
    "3天, noDate",
    "家里有事, noDate",
    "家里有事 明天, unknownName",
    "王五 明天, unknownName",
    "2月30日, noSuchDate",
    "周四(12-02), contradiction",
    "2026-12-10到2026-12-04, reversed",
    "12-10到12-04, reversed",
    "明天到家里有事, noEnd",
    "12-04、12-08, oneStretch"
  })
  void namesWhatIsWrong(String typed, String problem) {
    assertThatThrownBy(() -> read(typed, THURSDAY))
        .isInstanceOf(LeaveProblem.class)
        .hasMessage(problem);
  }

  @Test
  void afterMidnightYesterdayIsAsked() {
    assertThatThrownBy(() -> read("昨天", AFTER_MIDNIGHT)).hasMessage("midnight");
    assertThat(read("明天", AFTER_MIDNIGHT).first()).hasToString("2026-12-04");
  }

  private static LeaveWish read(String typed, Instant now) {
    return LeaveReader.read(typed, "", BusinessDay.DEFAULT, now);
  }
}
