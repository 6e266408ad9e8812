package io.github.xunbang.report.grammar;

import io.github.xunbang.metric.SubjectChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one message says about one subject and business day.
 *
 * @param unit the unit whose figures they are, as {@link Lexicon} was given its name; null for the
 *     speaker's own
 * @param date the day; it may lie in the future, the reader refuses that
 * @param dated whether a date word named it
 * @param figures each metric at most once
 * @param checks compared, never stored
 * @param notes sections, leftover words included in SUMMARY
 */
public record Block(
    @Nullable String unit,
    LocalDate date,
    boolean dated,
    List<Figure> figures,
    List<CheckValue> checks,
    Map<SubjectChange.Section, String> notes) {

  /** The speaker's own figures. */
  public Block(
      LocalDate date,
      boolean dated,
      List<Figure> figures,
      List<CheckValue> checks,
      Map<SubjectChange.Section, String> notes) {
    this(null, date, dated, figures, checks, notes);
  }

  public Block {
    figures = List.copyOf(figures);
    checks = List.copyOf(checks);
    notes = Map.copyOf(notes);
  }
}
