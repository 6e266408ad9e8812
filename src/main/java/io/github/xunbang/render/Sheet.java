package io.github.xunbang.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plain table.
 *
 * @param name shown on the tab, at most 31 characters
 * @param header the first row, bold and frozen
 * @param rows cells: text, BigDecimal (two decimals), Integer, LocalDate, or null for an empty
 *     cell; text is never a formula, whatever it starts with
 */
public record Sheet(String name, List<String> header, List<List<@Nullable Object>> rows) {

  public Sheet {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }
}
