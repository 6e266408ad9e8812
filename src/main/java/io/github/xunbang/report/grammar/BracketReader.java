package io.github.xunbang.report.grammar;

import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.report.grammar.Token.Kind;
import java.util.Set;

/** Reads mentions and brackets: a picture's place holder, a date, a unit, or a note. */
final class BracketReader {

  private static final int LONGEST_NOTE = 200;

  private final String text;
  private final Lexicon lexicon;
  private final DateWords dates;

  BracketReader(String text, Lexicon lexicon, DateWords dates) {
    this.text = text;
    this.lexicon = lexicon;
    this.dates = dates;
  }

  Token mention(int at) {
    int end = at + 1;
    while (end < text.length()
        && !Chars.blank(text.charAt(end))
        && !Chars.mark(text.charAt(end))
        && "\n@:(".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return new Token(Kind.MENTION, at, end, null);
  }

  /** A note in brackets, or what else brackets hold. */
  Token at(int at, int metricEnd) {
    char close = text.charAt(at) == '(' ? ')' : ']';
    int depth = 0;
    int limit = Math.min(text.length(), at + LONGEST_NOTE);
    for (int i = at; i < limit; i++) {
      char c = text.charAt(i);
      if (c == text.charAt(at)) {
        depth++;
      } else if (c == close && --depth == 0) {
        return closed(at, i + 1, metricEnd);
      }
    }
    return new Token(Kind.MARK, at, at + 1, null);
  }

  private Token closed(int at, int end, int metricEnd) {
    String inside = text.substring(at + 1, end - 1).strip();
    if (Set.of("图片", "文件", "语音", "视频", "image").contains(inside)) {
      return new Token(Kind.PICTURE, at, end, null);
    }
    DateWords.Found day = dates.read(inside, 0).orElse(null);
    if (day != null && day.end() == inside.length() && metricEnd < 0) {
      return new Token(Kind.DATE, at, end, day);
    }
    boolean behindMetric = metricEnd >= 0 && Chars.skipBlanks(text, metricEnd) == at;
    if (behindMetric && UnitWord.of(inside, lexicon) != null) {
      return new Token(Kind.UNIT, at, end, UnitWord.of(inside, lexicon));
    }
    return new Token(Kind.NOTE, at, end, null);
  }
}
