package io.github.xunbang.leave.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.calendar.BusinessDay;
import java.time.Instant;
import java.util.List;
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
        "从周三起3天              | 2026-12-09 | 2026-12-11 |     | ''",
        "下周 年假                | 2026-12-07 | 2026-12-13 | 年假 | ''",
        "周三天气不好            | 2026-12-09 | 2026-12-09 |     | 天气不好",
        "下下周                   | 2026-12-14 | 2026-12-20 |     | ''",
        "这周                     | 2026-12-03 | 2026-12-06 |     | ''",
        "12-31到1-2               | 2026-12-31 | 2027-01-02 |     | ''",
        "明天 学习假              | 2026-12-04 | 2026-12-04 |     | 学习假",
        "明天下午 事假            | 2026-12-04PM | 2026-12-04PM | 事假 | ''",
        "明天 上午 看牙           | 2026-12-04AM | 2026-12-04AM |     | 看牙",
        "明天的下半天             | 2026-12-04PM | 2026-12-04PM |     | ''",
        "12-05上午                | 2026-12-05AM | 2026-12-05AM |     | ''",
        "病假 下午 明天           | 2026-12-04PM | 2026-12-04PM | 病假 | ''",
        "今天下午到后天上午       | 2026-12-03PM | 2026-12-05AM |     | ''",
        "今天下午明天上午         | 2026-12-03PM | 2026-12-04AM |     | ''",
        "明天下午到周日           | 2026-12-04PM | 2026-12-06   |     | ''",
        "明天到后天上午           | 2026-12-04   | 2026-12-05AM |     | ''",
        "明天上午下午             | 2026-12-04   | 2026-12-04   |     | ''",
        "明天上午到下午           | 2026-12-04   | 2026-12-04   |     | ''",
        "明天一天半               | 2026-12-04   | 2026-12-05AM |     | ''",
        "明天下午起1.5天          | 2026-12-04PM | 2026-12-05   |     | ''",
        "明天下午 病假 晚上还要去医院 | 2026-12-04PM | 2026-12-04PM | 病假 | 晚上还要去医院",
      })
  void readsDatesKindAndReason(
      String typed, String first, String last, String kind, String reason) {
    LeaveWish wish = read(typed, THURSDAY);

    assertThat(said(wish.span())).as(typed).isEqualTo(first + " " + last);
    assertThat(wish.kind()).isEqualTo(kind == null ? "" : kind);
    assertThat(wish.reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "明天晚上, half",
    "下周 下午, half",
    "0天, noDate",
    "下周三天, noDate",
    "今天上午明天上午, oneStretch",
    "明天下午到明天上午, reversed",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "13:40 | 明天半天   | 2026-12-04AM 2026-12-04AM, 2026-12-04PM 2026-12-04PM",
        "01:10 | 半天       | 2026-12-03AM 2026-12-03AM, 2026-12-03PM 2026-12-03PM",
        "07:10 | 0.5天      | 2026-12-03PM 2026-12-03PM, 2026-12-04AM 2026-12-04AM, 2026-12-04PM 2026-12-04PM",
        "13:40 | 半天       | 2026-12-04AM 2026-12-04AM, 2026-12-04PM 2026-12-04PM",
        "01:10 | 下午       | 2026-12-03PM 2026-12-03PM",
        "07:10 | 上午 病假  | 2026-12-03AM 2026-12-03AM, 2026-12-04AM 2026-12-04AM",
        "13:40 | 三天       | 2026-12-03 2026-12-05, 2026-12-04 2026-12-06",
        "13:40 | 两天半     | 2026-12-03 2026-12-05AM, 2026-12-04 2026-12-06AM",
      })
  void offersWhatIsLeftOpen(String utc, String typed, String meant) {
    Instant now = Instant.parse("2026-12-03T" + utc + ":00Z");

    assertThat(LeaveReader.read(typed, "", BusinessDay.DEFAULT, now))
        .extracting(wish -> said(wish.span()))
        .containsExactly(meant.split(", "));
  }

  @Test
  void afterMidnightYesterdayIsAsked() {
    assertThatThrownBy(() -> read("昨天", AFTER_MIDNIGHT)).hasMessage("midnight");
    assertThat(read("明天", AFTER_MIDNIGHT).span().first()).hasToString("2026-12-04");
  }

  private static LeaveWish read(String typed, Instant now) {
    List<LeaveWish> meant = LeaveReader.read(typed, "", BusinessDay.DEFAULT, now);
    assertThat(meant).as(typed).hasSize(1);
    return meant.get(0);
  }

  /** Both ends, with AM or PM where a day is not taken from its beginning or to its end. */
  private static String said(Span span) {
    boolean half = span.from().equals(span.to());
    String from = half || span.startsAtNoon() ? span.from().key() : span.first().toString();
    String to = half || span.endsAtNoon() ? span.to().key() : span.last().toString();
    return from + " " + to;
  }
}
