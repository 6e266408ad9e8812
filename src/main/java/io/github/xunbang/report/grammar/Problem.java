package io.github.xunbang.report.grammar;

import java.util.List;

/**
 * Why nothing of a message may be stored yet (design section 2, rule 2).
 *
 * @param kind what is wrong
 * @param fragment the exact words, as typed
 * @param sentence one warm Chinese sentence or question, without the options; contains typed words,
 *     so it goes through {@code UntrustedText}
 * @param repairs what 1, 2 … would do; empty when only a new message helps
 */
public record Problem(Kind kind, String fragment, String sentence, List<Repair> repairs) {

  /** What is wrong. */
  public enum Kind {
    UNKNOWN_WORD,
    NUMBER_WITHOUT_METRIC,
    METRIC_WITHOUT_NUMBER,
    VAGUE,
    AMOUNT_UNIT,
    WRONG_UNIT,
    TWO_VALUES,
    DEAL_WITH_AMOUNT,
    SOUND_ALIKE,
    FOREIGN_SUBJECT,
    FIGURE_OWNER,
    REST_DAY,
    AMBIGUOUS_DATE,
    DATE_CONTRADICTION,
    INVALID_DATE,
    UNKNOWN_MEMBER,
    BAD_LINE,
    WRONG_SUM
  }

  public Problem {
    repairs = List.copyOf(repairs);
  }
}
