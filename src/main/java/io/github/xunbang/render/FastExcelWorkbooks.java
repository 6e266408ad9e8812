package io.github.xunbang.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes with fastexcel. Text goes in as strings only, so {@code =1+1} stays text in every program
 * that opens the file. The library puts the time of writing into the file's properties; the cells
 * depend on nothing but the sheets.
 */
@Component
class FastExcelWorkbooks implements Workbooks {

  private static final String CREATOR = "xunbang";

  private static final String VERSION = "1.0";

  private static final double NARROWEST = 8;
  private static final double WIDEST = 60;
  private static final int LONGEST_CELL = 32_767;

  @Override
  public byte[] xlsx(List<Sheet> sheets) {
    if (sheets.isEmpty()) {
      throw new IllegalArgumentException("A workbook needs a sheet");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, CREATOR, VERSION)) {
      for (Sheet sheet : sheets) {
        write(sheet, workbook.newWorksheet(sheet.name()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(Sheet sheet, Worksheet page) {
    for (int column = 0; column < sheet.header().size(); column++) {
      page.value(0, column, text(sheet.header().get(column)));
      page.style(0, column).bold().set();
      page.width(column, width(sheet, column));
    }
    page.freezePane(0, 1);
    for (int row = 0; row < sheet.rows().size(); row++) {
      List<@Nullable Object> cells = sheet.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        cell(page, row + 1, column, cells.get(column));
      }
    }
  }

  private static void cell(Worksheet page, int row, int column, @Nullable Object value) {
    if (value == null) {
      return;
    }
    if (value instanceof BigDecimal number) {
      page.value(row, column, number);
      page.style(row, column).format("0.00").set();
    } else if (value instanceof Integer number) {
      page.value(row, column, number);
    } else if (value instanceof LocalDate day) {
      page.value(row, column, day);
      page.style(row, column).format("yyyy-mm-dd").set();
    } else {
      page.value(row, column, text(value.toString()));
    }
  }

  /** Without what XML cannot hold, and not longer than a cell may be. */
  private static String text(String typed) {
    StringBuilder kept = new StringBuilder(typed.length());
    typed.codePoints().filter(FastExcelWorkbooks::isWritable).forEach(kept::appendCodePoint);
    if (kept.length() <= LONGEST_CELL) {
      return kept.toString();
    }
    boolean split = Character.isHighSurrogate(kept.charAt(LONGEST_CELL - 1));
    return kept.substring(0, split ? LONGEST_CELL - 1 : LONGEST_CELL);
  }

  private static boolean isWritable(int point) {
    return point == '\n'
        || point == '\t'
        || point >= ' ' && !(point >= 0xD800 && point < 0xE000) && (point & 0xFFFE) != 0xFFFE;
  }

  /** As wide as its longest cell, a Chinese character counting as two letters. */
  private static double width(Sheet sheet, int column) {
    int longest = letters(sheet.header().get(column));
    for (List<@Nullable Object> row : sheet.rows()) {
      Object cell = column < row.size() ? row.get(column) : null;
      longest = Math.max(longest, cell == null ? 0 : letters(cell.toString()));
    }
    return Math.max(NARROWEST, Math.min(WIDEST, longest + 2.0));
  }

  private static int letters(String text) {
    return text.codePoints().map(point -> point < 0x2E80 ? 1 : 2).sum();
  }
}
