package io.github.xunbang.report.grammar;

import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.metric.Metric;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What tokens mean together, with the chars they stand on. */
sealed interface Item {

  int start();

  int end();

  /**
   * A figure; {@code meant} is the right word when a sound-alike of the same length was typed at
   * {@code wordStart}.
   */
  record FigureItem(
      int start,
      int end,
      Metric metric,
      Figure.Operation operation,
      BigDecimal value,
      @Nullable String meant,
      int wordStart)
      implements Item {}

  /** A check value. */
  record CheckItem(
      int start,
      int end,
      CheckValue.Kind kind,
      @Nullable Metric metric,
      @Nullable PeriodType period,
      Num num)
      implements Item {}

  /** A date word. */
  record DateItem(int start, int end, DateWords.Found found, boolean header) implements Item {}

  /** A written part. */
  record SectionItem(int start, int end, SectionText section) implements Item {}

  /** Somebody's name; {@code alone} when it names a subject rather than standing in a sentence. */
  record NameItem(int start, int end, String name, boolean alone) implements Item {}

  /** A word that looks like the name of somebody who is not on the roster. */
  record StrangerItem(int start, int end, String name) implements Item {}

  /**
   * A unit's name in front of figures, or with null the way back to the speaker's own.
   *
   * @param doubtful whether words in front of it leave open whose the figures are
   */
  record SubjectItem(int start, int end, @Nullable String unit, boolean doubtful) implements Item {}

  /**
   * Figures of which it must be asked whether they are the unit's or the speaker's.
   *
   * @param doubtful the doubt of the {@link SubjectItem}; else a later line without a name
   */
  record OwnerItem(int start, int end, String unit, boolean doubtful) implements Item {}

  /** A name behind @. */
  record MentionItem(int start, int end) implements Item {}

  /** A picture's place holder. */
  record PictureItem(int start, int end) implements Item {}

  /** Words without figures. */
  record WordItem(int start, int end) implements Item {}

  /**
   * Something that must be asked.
   *
   * @param numberEnd where the number ends, for a unit to be put in
   */
  record TroubleItem(
      int start,
      int end,
      Problem.Kind kind,
      @Nullable Metric metric,
      @Nullable Num num,
      int numberEnd)
      implements Item {}
}
