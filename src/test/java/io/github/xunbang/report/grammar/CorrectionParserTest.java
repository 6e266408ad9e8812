package io.github.xunbang.report.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.BusinessDay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionParserTest {

  private final CorrectionParser parser =
      new CorrectionParser(new ReportGrammar(BusinessDay.DEFAULT));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "不对，签单是1不是2|12-03: qiandan=1",
        "签单是1不是2|12-03: qiandan=1",
        "签单不是2，是1|12-03: qiandan=1",
        "签单不是2是1|12-03: qiandan=1",
        "签单1不是2单|12-03: qiandan=1",
        "写错了 签单1|12-03: qiandan=1",
        "更正 意向 12|12-03: yixiang=12",
        "更正：意向 12，业绩3.5万|12-03: yixiang=12 yeji=35000",
        "改 昨天 签单 1|12-02: qiandan=1",
        "签单2改成1|12-03: qiandan=1",
        "签单从2单改为1单|12-03: qiandan=1",
        "签单改成1|12-03: qiandan=1",
        "不对，昨天意向是10，不是12|12-02: yixiang=10",
        "改 业绩 3.5|ask AMOUNT_UNIT"
      })
  void readsCorrections(String message, String expected) {
    ParsedReport report = parser.parse(message, false, Team.LEXICON, Team.EVENING).orElseThrow();

    assertThat(Readable.of(report)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"意向12 签单2", "你好", "", "今天不是很顺"})
  void leavesOtherLinesAlone(String message) {
    assertThat(parser.parse(message, false, Team.LEXICON, Team.EVENING)).isEmpty();
  }
}
