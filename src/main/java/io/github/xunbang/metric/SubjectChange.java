package io.github.xunbang.metric;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What one message changes for one subject on one business day.
 *
 * @param subjectId a member's or (later) a unit's id
 * @param day business day
 * @param figures changes of values, each metric at most once
 * @param notes texts to set by section; an empty text removes the section
 */
public record SubjectChange(
    String subjectId, LocalDate day, List<FigureChange> figures, Map<Section, String> notes) {

  /** The written parts of a daily report. */
  public enum Section {
    SUMMARY,
    ITINERARY,
    HELP
  }

  public SubjectChange {
    figures = List.copyOf(figures);
    notes = Map.copyOf(notes);
  }
}
