package io.github.xunbang.report.grammar;

import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.metric.SubjectChange.Section;
import io.github.xunbang.report.grammar.Vocabulary.Role;
import io.github.xunbang.report.grammar.Vocabulary.Word;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the written parts (小结 明日 困难) and where they end: at the next part, or where {@link
 * SectionLines} says. Their text is never read for figures.
 */
final class SectionReader {

  private static final Set<Role> SECTION = Set.of(Role.SECTION);
  private static final Set<Role> SECTION_OR_TITLE = Set.of(Role.SECTION, Role.TITLE);

  private final String original;
  private final String text;
  private final Lexicon lexicon;
  private final DateWords dates;

  SectionReader(String original, String text, Lexicon lexicon, DateWords dates) {
    this.original = original;
    this.text = text;
    this.lexicon = lexicon;
    this.dates = dates;
  }

  /** The section that begins at {@code at}, which stands at the start of a clause, or null. */
  @Nullable Token at(int at, boolean numbered) {
    Word word = Vocabulary.at(text, at, SECTION_OR_TITLE);
    int body = word == null || word.role() == Role.TITLE ? -1 : body(word, at);
    if (word == null || body < 0) {
      return null;
    }
    Section section = Objects.requireNonNull(word.section());
    int end = end(section, body, numbered);
    String typed = original.substring(body, end).replaceFirst("^[】\\])）:：\\s]+", "").strip();
    return new Token(Token.Kind.SECTION, at, end, new SectionText(section, typed));
  }

  private int body(Word word, int at) {
    int after = at + word.text().length();
    int glue = after;
    while (glue < text.length() && Chars.blank(text.charAt(glue))) {
      glue++;
    }
    if (Chars.at(text, glue) == ':') {
      return glue + 1;
    }
    boolean dateWord =
        word.text().equals("明天") || word.text().equals("明日") || word.text().equals("次日");
    boolean ownLine = Chars.at(text, glue) == '\n';
    boolean separated = glue > after || after >= text.length() || ownLine;
    if (separated && (!dateWord || ownLine) || word.text().length() >= 4) {
      return after;
    }
    return -1;
  }

  private int end(Section section, int body, boolean numbered) {
    int next = nextInLine(body);
    if (next >= 0) {
      return next;
    }
    int end = Chars.lineEnd(text, body);
    SectionLines lines = new SectionLines(text, lexicon, dates, section, numbered, body);
    while (end < text.length() && lines.takes(end + 1) && !isSection(end + 1)) {
      end = Chars.lineEnd(text, end + 1);
    }
    return end;
  }

  /** Whether another part begins on this line, behind blanks and a list number. */
  private boolean isSection(int lineStart) {
    int at = Chars.skipBlanks(text, lineStart);
    int ordinal = Chars.ordinal(text, at) + Chars.chineseOrdinal(text, at);
    int item = Chars.skipBlanks(text, at + ordinal);
    Word word = Vocabulary.at(text, item, SECTION);
    return word != null && body(word, item) >= 0;
  }

  private int nextInLine(int from) {
    for (int at = from + 1; at < text.length() && text.charAt(at - 1) != '\n'; at++) {
      char before = text.charAt(at - 1);
      if (!Chars.word(before)) {
        Word word = Vocabulary.at(text, at, SECTION);
        int after = word == null ? 0 : at + word.text().length();
        if (word != null && Chars.at(text, after) == ':') {
          return at;
        }
      }
    }
    return -1;
  }
}
