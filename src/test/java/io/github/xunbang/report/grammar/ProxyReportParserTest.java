package io.github.xunbang.report.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.BusinessDay;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProxyReportParserTest {

  private final ProxyReportParser parser =
      new ProxyReportParser(new ReportGrammar(BusinessDay.DEFAULT));

  static Stream<ReportLinesTest.Line> lines() {
    return ReportLinesTest.lines().filter(line -> line.kind().equals("proxy"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void readsTheLine(ReportLinesTest.Line line) {
    ParsedProxy proxy = parse(line.message());

    assertThat(readable(proxy)).isEqualTo(line.expected());
    assertThat(proxy.differences()).isEmpty();
    assertThat(parser.claims(line.message(), Team.LEXICON)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "张敏 意向12 签单2|张敏 12-03: yixiang=12 qiandan=2",
        "张敏：意向12⏎李强：2单，没意向|张敏 12-03: yixiang=12 ; 李强 12-03: qiandan=2 yixiang=0",
        "昨天⏎张敏 意向12⏎李强 意向8|张敏 12-02: yixiang=12 ; 李强 12-02: yixiang=8",
        "昨天 张敏 意向12|张敏 12-02: yixiang=12",
        "张敏 昨天 意向12|张敏 12-02: yixiang=12",
        "张敏⏎意向12⏎签单2⏎李强⏎意向8|张敏 12-03: yixiang=12 qiandan=2 ; 李强 12-03: yixiang=8",
        "张敏 意向12；李强 意向8|张敏 12-03: yixiang=12 ; 李强 12-03: yixiang=8",
        "12.2⏎姓名⇥业绩(万)⇥意向⏎张敏⇥3.5⇥-⏎李强⇥/⇥12|张敏 12-02: yeji=35000 ; 李强 12-02: yixiang=12",
        "①张敏 意向12⏎②李强 意向8|张敏 12-03: yixiang=12 ; 李强 12-03: yixiang=8",
        "姓名⇥日期⇥意向⏎张敏⇥12.1⇥5⏎李强⇥12.2⇥6|张敏 12-01: yixiang=5 ; 李强 12-02: yixiang=6",
        "序号⇥姓名⇥意向⇥小结⏎1⇥张敏⇥5⇥见了3家|张敏 12-03: yixiang=5"
      })
  void readsLinesAndTables(String message, String expected) {
    assertThat(readable(parse(message))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "张敏 意向12⏎王芳 意向3|2 UNKNOWN_MEMBER",
        "意向12|1 UNKNOWN_MEMBER",
        "张敏 意向12⏎李强 意向多|2 VAGUE",
        "张敏 意向12⏎2. 意向8|2 UNKNOWN_MEMBER",
        "姓名⇥意向⏎张敏⇥很多|2 VAGUE",
        "姓名⇥意向⏎王芳⇥3|2 UNKNOWN_MEMBER",
        "姓名⇥拜访⏎张敏⇥3|1 BAD_LINE",
        "姓名⇥业绩⏎张敏⇥3.5|2 AMOUNT_UNIT",
        "姓名⇥意向⏎张敏⇥3⇥4|2 BAD_LINE",
        "张敏 意向12⏎张敏 意向13|2 TWO_VALUES",
        "张敏|1 BAD_LINE"
      })
  void refusesAllForOneBadLine(String message, String expected) {
    ParsedProxy proxy = parse(message);

    ParsedProxy.LineProblem first = proxy.problems().get(0);
    assertThat(first.line() + " " + first.problem().kind()).isEqualTo(expected);
  }

  @Test
  void namesASumThatDoesNotAddUp() {
    assertThat(parse("姓名⇥意向⏎张敏⇥12⏎李强⇥8⏎合计⇥21").differences()).containsExactly("意向客户合计写21，各行相加是20");
    assertThat(parse("张敏 意向12⏎李强 意向8⏎合计 意向20").differences()).isEmpty();
    assertThat(parse("张敏 意向12⏎李强 意向8⏎合计：意向19").differences()).hasSize(1);
  }

  @Test
  void repairsReplaceOnlyTheirLine() {
    Repair repair = parse("昨天⏎张敏 业绩3.5⏎李强 意向8").problems().get(0).problem().repairs().get(0);

    assertThat(readable(parse(repair.text())))
        .isEqualTo("张敏 12-02: yeji=35000 ; 李强 12-02: yixiang=8");
  }

  private ParsedProxy parse(String message) {
    return parser.parse(message.replace('⏎', '\n').replace('⇥', '\t'), Team.LEXICON, Team.EVENING);
  }

  private static String readable(ParsedProxy proxy) {
    return proxy.problems().isEmpty()
        ? proxy.entries().stream()
            .map(entry -> entry.memberName() + " " + Readable.block(entry.block()))
            .collect(Collectors.joining(" ; "))
        : proxy.problems().toString();
  }
}
