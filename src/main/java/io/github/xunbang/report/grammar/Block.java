package io.github.xunbang.report.grammar;

import io.github.xunbang.metric.SubjectChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What one message says about one business day.
 *
 * @param date the day; it may lie in the future, the reader refuses that
 * @param dated whether a date word named it
 * @param figures each metric at most once
 * @param checks compared, never stored
 * @param notes sections, leftover words included in SUMMARY
 */
public record Block(
    LocalDate date,
    boolean dated,
    List<Figure> figures,
    List<CheckValue> checks,
    Map<SubjectChange.Section, String> notes) {

  public Block {
    figures = List.copyOf(figures);
    checks = List.copyOf(checks);
    notes = Map.copyOf(notes);
  }
}
