package io.github.xunbang.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FastExcelWorkbooksTest {

  private final Workbooks workbooks = new FastExcelWorkbooks();

  @Test
  void writesTextMoneyNumbersDaysAndEmptyCells() {
    byte[] file =
        workbooks.xlsx(
            List.of(
                new Sheet(
                    "明细",
                    List.of("姓名", "金额(元)", "编号", "日期", "备注"),
                    List.of(
                        Arrays.asList(
                            "张敏", new BigDecimal("210.5"), 31, LocalDate.of(2026, 12, 1), null))),
                new Sheet("签字", List.of("姓名"), List.of())));

    XlsxFile read = new XlsxFile(file);
    assertThat(read.names()).containsExactly("明细", "签字");
    assertThat(read.rows(1))
        .containsExactly(
            List.of("姓名", "金额(元)", "编号", "日期", "备注"), List.of("张敏", "210.5", "31", "46357.0"));
    assertThat(read.rows(2)).containsExactly(List.of("姓名"));
    assertThat(read.part("xl/styles.xml")).contains("0.00", "yyyy-mm-dd", "<b");
    assertThat(read.part("xl/worksheets/sheet1.xml")).contains("ySplit=\"1\"", "frozen", "<col ");
  }

  @Test
  void neverMakesAFormulaOfWhatSomebodyTyped() {
    List<String> typed =
        List.of("=1+1", "+86", "-2", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "a\u0000\u0001b<&>😀");

    byte[] file =
        workbooks.xlsx(
            List.of(
                new Sheet(
                    "=表",
                    List.of("=头"),
                    typed.stream().map(one -> List.<Object>of(one)).toList())));

    XlsxFile read = new XlsxFile(file);
    assertThat(read.rows(1))
        .startsWith(List.of("=头"), List.of("=1+1"), List.of("+86"))
        .endsWith(List.of("=HYPERLINK(\"http://x\")"), List.of("ab<&>😀"));
    assertThat(read.part("xl/worksheets/sheet1.xml")).doesNotContain("<f>", "<f ");
  }

  @Test
  void givesTheSameCellsForTheSameSheets() {
    List<Sheet> sheets = List.of(new Sheet("明细", List.of("姓名"), List.of(List.of("张敏"))));

    byte[] once = workbooks.xlsx(sheets);
    byte[] again = workbooks.xlsx(sheets);

    for (String name : List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")) {
      assertThat(new XlsxFile(once).part(name)).isEqualTo(new XlsxFile(again).part(name));
    }
  }
}
