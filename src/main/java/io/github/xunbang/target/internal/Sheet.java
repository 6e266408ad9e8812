package io.github.xunbang.target.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cells of a pasted table: tabs, bars or blanks between columns; without tabs and bars an empty
 * cell must be typed as {@code -}.
 *
 * @param header column names
 * @param rows cells under them
 */
record Sheet(List<String> header, List<Row> rows) {

  /**
   * One line.
   *
   * @param number as people count, the header being 1
   */
  record Row(int number, List<String> cells) {

    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }

  /** The table in these lines; blank ones are skipped but counted. */
  static Sheet of(List<String> lines) {
    List<Row> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        all.add(new Row(i + 1, cells(lines.get(i))));
      }
    }
    return all.isEmpty()
        ? new Sheet(List.of(), List.of())
        : new Sheet(all.get(0).cells(), List.copyOf(all.subList(1, all.size())));
  }

  private static List<String> cells(String line) {
    String plain = Normalizer.normalize(line, Normalizer.Form.NFKC).strip();
    String bare = plain.replaceAll("^\\||\\|$", "");
    String border = plain.contains("\t") ? "\t" : bare.contains("|") ? "\\|" : "\\s+";
    return Stream.of(bare.split(border, -1)).map(String::strip).toList();
  }
}
