package io.github.xunbang.report.grammar;

import io.github.xunbang.report.grammar.Token.Kind;
import org.jspecify.annotations.Nullable;

/** Finds names at the start of a clause: those of the roster, and words that look like a name. */
final class NameReader {

  private final String text;
  private final Lexicon lexicon;

  NameReader(String text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
  }

  /**
   * The name at {@code at}, which stands at the start of a clause, or null.
   *
   * @param apart whether nothing touches it on its left; only then it may be a stranger's
   */
  @Nullable Token at(int at, boolean apart) {
    String known = lexicon.nameAt(text, at);
    int run = !apart ? 0 : PersonNames.length(text, at, end -> opensFigures(at, end));
    boolean longer = run > 0 && (known == null || run > known.length());
    if (longer) {
      return new Token(Kind.STRANGER, at, at + run, text.substring(at, at + run));
    }
    return known == null ? null : new Token(Kind.NAME, at, at + known.length(), known);
  }

  /** Whether a word that ends at {@code end} is all that stands before a figure. */
  private boolean opensFigures(int at, int end) {
    return !Chars.letter(Chars.at(text, end)) && lexicon.metricAt(text, at) == null
        || lexicon.metricAt(text, end) != null;
  }
}
