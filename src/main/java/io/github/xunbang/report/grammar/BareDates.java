package io.github.xunbang.report.grammar;

import io.github.xunbang.report.grammar.Vocabulary.Role;
import java.util.Set;

/** Tells dates that look like numbers (12.3) from numbers. */
final class BareDates {

  private static final Set<Role> PLAIN = Set.of(Role.TITLE, Role.SELF);

  private final String text;
  private final Lexicon lexicon;

  BareDates(String text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
  }

  /** Whether 12.3 is a date: a metric, a title or the end of the line follows it. */
  boolean opensBlock(int end, boolean lineStart) {
    int next = end;
    while (next < text.length()
        && (Chars.blank(text.charAt(next)) || ":,，".indexOf(text.charAt(next)) >= 0)) {
      next++;
    }
    if (next >= text.length() || text.charAt(next) == '\n') {
      return lineStart && text.length() > next;
    }
    if (Chars.at(text, end) == ',' || lexicon.unitAt(text, end) != null) {
      return lineStart && lexicon.unitAt(text, end) == null;
    }
    return lexicon.metricAt(text, next) != null
        || Vocabulary.at(text, next, PLAIN) != null
        || lexicon.nameAt(text, next) != null
        || lexicon.unitNameAt(text, next) != null
        || lineStart
        || next > end && Chars.digit(text.charAt(next));
  }
}
