package io.github.xunbang.report.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.metric.SubjectChange.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real-life lines of lines.tsv, read by the grammar alone. */
class ReportLinesTest {

  private final ReportGrammar grammar = new ReportGrammar(BusinessDay.DEFAULT);

  /** One row of the table. */
  record Line(String row, String kind, String at, String given, String message, String expected) {}

  static Stream<Line> reports() {
    return lines().filter(line -> line.kind().equals("report") || line.kind().equals("voice"));
  }

  static Stream<Line> lines() {
    try (var in = Objects.requireNonNull(ReportLinesTest.class.getResourceAsStream("/lines.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .skip(1)
              .map(row -> row.split("\t", -1))
              .map(
                  cell ->
                      new Line(
                          cell[0],
                          cell[1],
                          cell[2],
                          cell[3],
                          cell[4].replace('⏎', '\n').replace('⇥', '\t'),
                          cell[5]))
              .toList()
              .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void readsTheLine(Line line) {
    List<String> expected = List.of(line.expected().split(" \\| "));

    ParsedReport report = parse(line.message(), line);

    String[] first = expected.get(0).split(" summary~");
    assertThat(Readable.of(report)).as(line.message()).isEqualTo(first[0]);
    if (first.length > 1) {
      assertThat(report.blocks().get(0).notes().get(Section.SUMMARY)).contains(first[1]);
    }
    if (expected.size() > 1) {
      List<Repair> repairs = report.problems().get(0).repairs();
      assertThat(repairs.stream().map(repair -> Readable.of(parse(repair.text(), line))))
          .isEqualTo(expected.subList(1, expected.size()));
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void claimsTheLine(Line line) {
    assertThat(grammar.claims(line.message(), false, Team.LEXICON, Team.at(line.at()))).isTrue();
  }

  @Test
  void claimsNoQueries() {
    for (String text :
        List.of(
            "排名 签单 上旬",
            "确认",
            "1",
            "撤回",
            "谁没报",
            "战报",
            "日报",
            "我的",
            "帮助",
            "排名 业绩 12月",
            "我是 王芳",
            "签单 王女士5.8万",
            "回款 #12 3万",
            "你好",
            "签单 李四 5万",
            "目标 业绩 10万",
            "😂",
            "成员",
            "业绩多少",
            "记录 12月3日")) {
      assertThat(grammar.claims(text, false, Team.LEXICON, Team.EVENING)).as(text).isFalse();
    }
    assertThat(grammar.claims("今天休息", false, Team.LEXICON, Team.EVENING)).isTrue();
  }

  private ParsedReport parse(String text, Line line) {
    return grammar.parse(text, line.kind().equals("voice"), Team.LEXICON, Team.at(line.at()));
  }
}
