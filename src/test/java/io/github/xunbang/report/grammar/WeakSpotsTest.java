package io.github.xunbang.report.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.metric.SubjectChange.Section;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that once were, or easily would be, counted wrongly without a word; ⏎ is a line feed. */
class WeakSpotsTest {

  private final ReportGrammar grammar = new ReportGrammar(BusinessDay.DEFAULT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "明日计划：⏎意向 10⏎签单 2",
        "明天计划⏎1. 拜访五店⏎2. 意向 10个",
        "明日：意向15",
        "明天⏎意向15",
        "【明日计划】⏎意向10",
        "明日计划如下：⏎1、意向15",
        "明日计划👇⏎周五 意向10⏎12.4 意向10",
        "困难：⏎签单 2 单合同没盖章"
      })
  void keepsPlansOutOfTheFigures(String typed) {
    ParsedReport read = parse("意向12⏎" + typed);

    assertThat(Readable.of(read)).isEqualTo("12-03: yixiang=12");
    assertThat(read.blocks().get(0).notes()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "明日计划：⏎意向10⏎⏎意向8 | 12-03: yixiang=8",
        "明日计划：⏎意向10⏎今天⏎意向8 | 12-03: yixiang=8",
        "明日计划：⏎意向10⏎今日小结：⏎意向8 | 12-03: yixiang=8",
        "1、意向12⏎明日计划：⏎1、意向15⏎2、签单3 | 12-03: yixiang=12",
        "今日工作总结：⏎1、意向12⏎明日工作计划：⏎1、意向15 | 12-03: yixiang=12",
        "一、今日完成⏎意向12⏎二、明日计划⏎意向15⏎三、困难⏎无 | 12-03: yixiang=12",
        "【日报】12.2⏎姓名：张敏⏎1、意向12 | 12-02: yixiang=12",
        "20261202 意向10 | 12-02: yixiang=10",
        "没有意向没有签单 | 12-03: yixiang=0 qiandan=0",
        "任务完成 意向8 | 12-03: yixiang=8",
        "又签1单 | 12-03: qiandan+=1",
        "少报了2个意向 | 12-03: yixiang+=2",
        "多报了2个意向 | 12-03: yixiang+=-2",
        "意向多了3个 | ask UNKNOWN_WORD",
        "12月1日-3日 意向12 | ask INVALID_DATE",
        "1号到3号 意向12 | ask INVALID_DATE"
      })
  void readsWhatIsMeant(String typed, String expected) {
    assertThat(Readable.of(parse(typed))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "王芳 意向8",
        "王芳：意向8",
        "王芳意向8",
        "王芳⏎意向8",
        "日报 王芳 意向8",
        "汇报人王五 意向8",
        "汇报人：王五 意向8",
        "李强东 意向8",
        "欧阳娜娜 意向8"
      })
  void asksWhoseFiguresAStrangersAre(String typed) {
    ParsedReport read = parse(typed);

    assertThat(read.problems()).hasSize(1);
    assertThat(read.problems().get(0).sentence()).contains("不在名单里");
    assertThat(read.problems().get(0).repairs()).hasSize(1);
    Repair own = read.problems().get(0).repairs().get(0);
    assertThat(own.label()).isEqualTo("记到我自己名下");
    assertThat(Readable.of(parse(own.text()))).isEqualTo("12-03: yixiang=8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "大家好 意向8",
        "累死了 意向8",
        "今天不错 意向8",
        "今天高兴 意向8",
        "马上下班 意向8",
        "周末加班 意向8",
        "王姐 意向8",
        "意向8 王芳",
        "汇报人张敏 意向8",
        "姓名 张敏⏎意向8",
        "万科 意向8",
        "方案 意向8"
      })
  void takesOtherWordsForNoNames(String typed) {
    assertThat(Readable.of(parse(typed))).isEqualTo("12-03: yixiang=8");
  }

  @Test
  void offersNoWayToTakeTheFiguresOfSeveralStrangers() {
    assertThat(parse("王芳 意向8⏎赵六 签单1").problems())
        .allSatisfy(problem -> assertThat(problem.repairs()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "业绩三万左右 | 请写准数，例如：业绩3万",
        "意向十来个 | 请写准数，例如：意向12",
        "业绩3个 | 请这样写：业绩3万",
        "2月30日 意向5 | 请写准日期，例如：12月3日 意向12",
        "意向多了3个 | 请这样写：意向12"
      })
  void endsWithALineToTypeWhereNothingCanBeChosen(String typed, String end) {
    Problem problem = parse(typed).problems().get(0);

    assertThat(problem.repairs()).isEmpty();
    assertThat(problem.sentence()).endsWith(end);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12-02 意向-12 | 12-02 意向12",
        "2026-12-02 意向(3-5)－12 签单-2 | 2026-12-02 意向(3-5)12 签单2",
        "意向 - 12，业绩+3万 | 意向  12，业绩+3万"
      })
  void takesOnlyTheHyphensOfFiguresAway(String typed, String expected) {
    ParsedReport read = parse(typed);
    List<Figure> figures = read.blocks().get(0).figures();

    assertThat(read.withoutHyphens(figures)).isEqualTo(expected);
  }

  @Test
  void keepsThePlanAsItinerary() {
    ParsedReport read = parse("意向12⏎明天计划⏎1. 拜访五店⏎2. 意向 10个");

    assertThat(read.blocks().get(0).notes()).containsEntry(Section.ITINERARY, "1. 拜访五店\n2. 意向 10个");
  }

  private ParsedReport parse(String typed) {
    return grammar.parse(typed.replace('⏎', '\n'), false, Team.LEXICON, Team.EVENING);
  }
}
