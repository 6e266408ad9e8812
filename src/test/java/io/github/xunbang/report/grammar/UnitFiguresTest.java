package io.github.xunbang.report.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.BusinessDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Units in front of figures: whose they are is read exactly or asked, never guessed. */
class UnitFiguresTest {

  private final ReportGrammar grammar = new ReportGrammar(BusinessDay.DEFAULT);
  private final Random random = new Random(35);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          五店 业绩 2.3万                         | 五店 12-03: yeji=23000
          五店三万五二十五店十万                  | 五店 12-03: yeji=35000 ; 25店 12-03: yeji=100000
          个人业绩1.2万，五店2.3万，八店1.8万，25店挂零 | 12-03: yeji=12000 ; 五店 12-03: yeji=23000 ; 八店 12-03: yeji=18000 ; 25店 12-03: yeji=0
          车娟: 个人业绩1.2万，5店2.3万           | 12-03: yeji=12000 ; 五店 12-03: yeji=23000
          车娟: 五店三万五二十五店十万            | 五店 12-03: yeji=35000 ; 25店 12-03: yeji=100000
          5店2.3万8店1.8万                        | 五店 12-03: yeji=23000 ; 八店 12-03: yeji=18000
          五店3万5八店2万                         | 五店 12-03: yeji=35000 ; 八店 12-03: yeji=20000
          五店 3单 业绩2万 意向5                  | 五店 12-03: qiandan=3 yeji=20000 yixiang=5
          意向12，五店2万，个人签单2              | 12-03: yixiang=12 qiandan=2 ; 五店 12-03: yeji=20000
          五店2万 本人 意向12                     | 12-03: yixiang=12 ; 五店 12-03: yeji=20000
          五店2万 车娟 意向12                     | 12-03: yixiang=12 ; 五店 12-03: yeji=20000
          昨天五店2万，今天五店业绩3万            | 五店 12-02: yeji=20000 ; 五店 12-03: yeji=30000
          五店昨天业绩2万                         | 五店 12-02: yeji=20000
          12.2 五店2万 意向3                      | 五店 12-02: yeji=20000 yixiang=3
          五店三万天河店两万家乐福店一万          | 五店 12-03: yeji=30000 ; 天河店 12-03: yeji=20000 ; 家乐福店 12-03: yeji=10000
          意向12五店2万                           | 12-03: yixiang=12 ; 五店 12-03: yeji=20000
          五店签了2单                             | 五店 12-03: qiandan=2
          五店今日业绩：2万                       | 五店 12-03: yeji=20000
          业绩：五店2.3万，八店1.8万              | 五店 12-03: yeji=23000 ; 八店 12-03: yeji=18000
          五店没出单                              | 五店 12-03: qiandan=0
          五店+2万                                | 五店 12-03: yeji+=20000
          五店本月累计30万 业绩2万                | 五店 12-03: yeji=20000 check.TOTAL.yeji=300000
          车娟 一组 意向12                        | 12-03: yixiang=12
          意向12 签单2                            | 12-03: yixiang=12 qiandan=2
          意向12，拜访五店                        | 12-03: yixiang=12
          拜访五店 意向12                         | 12-03: yixiang=12
          意向12，去了25店                        | 12-03: yixiang=12
          拜访了八店、五店，意向12                | 12-03: yixiang=12
          五店 2.3                                | ask AMOUNT_UNIT
          拜访 五店 意向12                        | ask FIGURE_OWNER
          125店2万                                | ask UNKNOWN_WORD
          三十五店2万                             | ask UNKNOWN_WORD
          3家小区 五店2万                         | ask UNKNOWN_WORD
          五店 3家小区                            | ask UNKNOWN_WORD
          五店客户谈了3个意向                     | ask UNKNOWN_WORD
          五店 业绩2万 业绩3万                    | ask TWO_VALUES
          五店2万左右                             | ask VAGUE
          """)
  void readsTheUnitInFront(String typed, String expected) {
    assertThat(Readable.of(parse(typed))).isEqualTo(expected);
  }

  @Test
  void aUnitOnItsOwnLineHeadsTheLinesBelow() {
    ParsedReport report = parse("昨天\n意向：12\n五店\n业绩：2.3万\n签单：1\n小结：拜访五店\n明日：八店培训");

    assertThat(Readable.of(report)).isEqualTo("12-02: yixiang=12 ; 五店 12-02: yeji=23000 qiandan=1");
    assertThat(report.blocks().get(0).notes()).hasSize(2);
  }

  @Test
  void theHomeUnitAboveAReportOnlyDescribesTheSpeaker() {
    assertThat(Readable.of(parse("一组\n意向12 签单2"))).isEqualTo("12-03: yixiang=12 qiandan=2");
    assertThat(Readable.of(parse("姓名：车娟\n部门：一组\n意向12"))).isEqualTo("12-03: yixiang=12");
  }

  @Test
  void aLaterLineWithoutANameIsAskedAbout() {
    ParsedReport report = parse("五店 业绩2.3万\n签单3");

    assertThat(Readable.of(report)).isEqualTo("ask FIGURE_OWNER");
    assertThat(report.problems().get(0).repairs().stream().map(r -> Readable.of(parse(r.text()))))
        .containsExactly(
            "五店 12-03: yeji=23000 qiandan=3", "12-03: qiandan=3 ; 五店 12-03: yeji=23000");
  }

  @Test
  void doubtfulFiguresGoWhereTheAnswerSays() {
    ParsedReport report = parse("拜访 五店 意向12");

    assertThat(report.problems().get(0).repairs().stream().map(r -> Readable.of(parse(r.text()))))
        .containsExactly("12-03:  ; 五店 12-03: yixiang=12", "12-03: yixiang=12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"五店", "拜访五店", "五店 一切正常", "五店3楼", "八店培训", "25店开业了"})
  void aUnitWithoutFiguresIsNoReport(String typed) {
    assertThat(grammar.claims(typed, false, Team.STORES, Team.EVENING)).isFalse();
  }

  @Test
  void unitsNeverSwallowOwnFiguresAndOwnFiguresNeverAUnits() {
    for (int i = 0; i < 20_000; i++) {
      Map<String, String> built = new TreeMap<>();
      List<String> parts = new ArrayList<>();
      for (String subject : subjects()) {
        int amount = 1 + random.nextInt(90);
        built.put(subject, "yeji=" + amount + "0000");
        parts.add(
            subject.isEmpty() ? "个人业绩" + amount(amount) : typed(subject) + glue() + amount(amount));
      }
      String line =
          String.join(random.nextBoolean() ? "，" : random.nextBoolean() ? " " : "", parts);

      ParsedReport read = parse(line);

      assertThat(read.problems()).as(line).isEmpty();
      assertThat(values(read)).as(line).isEqualTo(built);
    }
  }

  @Test
  void sentencesAboutUnitsNeverChangeWhoseFiguresTheyAre() {
    String[] words = {"拜访五店", "去了25店", "八店培训", "在天河店开会", "五店、八店", "五店客户", "25店3楼", "五店 意向"};
    String[] figures = {"意向12", "签单2", "业绩3万", "回款2万", "12个意向", "没出单"};
    for (int i = 0; i < 20_000; i++) {
      String figure = figures[random.nextInt(figures.length)];
      String word = words[random.nextInt(words.length)];
      String separator = new String[] {"，", " ", "。"}[random.nextInt(3)];
      String line = random.nextBoolean() ? figure + separator + word : word + separator + figure;

      ParsedReport read = parse(line);

      boolean asked = !read.clean();
      boolean own = read.blocks().stream().allMatch(block -> block.unit() == null);
      boolean said = word.equals("五店 意向");
      assertThat(asked || own || said).as(line + " → " + Readable.of(read)).isTrue();
    }
  }

  private List<String> subjects() {
    List<String> all = new ArrayList<>(List.of("", "五店", "八店", "25店", "天河店", "家乐福店"));
    java.util.Collections.shuffle(all, random);
    return all.subList(0, 1 + random.nextInt(all.size()));
  }

  private String typed(String unit) {
    List<String> written = UnitNames.written(unit);
    return written.get(random.nextInt(written.size()));
  }

  private String glue() {
    return new String[] {"", " ", "：", "业绩", " 业绩 ", "业绩："}[random.nextInt(6)];
  }

  private String amount(int tenThousands) {
    return (random.nextBoolean() ? "" + tenThousands : UnitNames.chinese(tenThousands)) + "万";
  }

  private static Map<String, String> values(ParsedReport read) {
    Map<String, String> values = new TreeMap<>();
    for (Block block : read.blocks()) {
      values.put(
          block.unit() == null ? "" : block.unit(), Readable.block(block).replaceAll(".*: ", ""));
    }
    return values;
  }

  private ParsedReport parse(String typed) {
    return grammar.parse(typed, false, Team.STORES, Team.EVENING);
  }
}
