package io.github.xunbang.template;

import io.github.xunbang.calendar.Period;
import java.util.List;

/**
 * A ready way of running a team: what a manager would type, line by line (design section 5, 方案 启用).
 * Plain chat lines, so that a template can do nothing that a manager cannot, and everybody can read
 * it.
 *
 * @param name as people type it
 * @param about one short Chinese line
 * @param asksWorkdays whether the team is asked on which weekdays it works
 * @param lines chat lines in order; {@code {month}} stands for the dates of the running month
 */
record TeamTemplate(String name, String about, boolean asksWorkdays, List<String> lines) {

  TeamTemplate {
    lines = List.copyOf(lines);
    if (name.isBlank() || about.isBlank() || lines.isEmpty()) {
      throw new IllegalArgumentException("A template needs name, about and lines: " + name);
    }
  }

  /** The lines with {@code {month}} written out: the dates of the running settlement month. */
  List<String> lines(Period month) {
    String dates = month.start() + "到" + month.end();
    return lines.stream().map(line -> line.replace("{month}", dates)).toList();
  }
}
