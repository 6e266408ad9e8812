package io.github.xunbang.report.grammar;

import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.report.grammar.Token.Kind;
import io.github.xunbang.report.grammar.Vocabulary.Role;
import io.github.xunbang.report.grammar.Vocabulary.Word;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the header lines of a form: 姓名：张敏, 日期：12月3日, 部门：一组; a name also without the colon. */
final class HeaderReader {

  private static final Set<Role> HEADERS =
      Set.of(Role.NAME_HEADER, Role.DATE_HEADER, Role.OTHER_HEADER);

  private final String text;
  private final Lexicon lexicon;
  private final DateWords dates;
  private final NameReader names;

  HeaderReader(String text, Lexicon lexicon, DateWords dates, NameReader names) {
    this.text = text;
    this.lexicon = lexicon;
    this.dates = dates;
    this.names = names;
  }

  /** The header at {@code at}, which stands at the start of a clause, or null. */
  @Nullable Token at(int at) {
    Word word = Vocabulary.at(text, at, HEADERS);
    if (word == null || lexicon.metricAt(text, at) != null) {
      return null;
    }
    int glue = Chars.skipBlanks(text, at + word.text().length());
    if (Chars.at(text, glue) != ':') {
      return word.role() == Role.NAME_HEADER ? nameBehind(at, glue) : null;
    }
    int value = Chars.skipBlanks(text, glue + 1);
    if (word.role() == Role.DATE_HEADER) {
      return dateHeader(at, value);
    }
    int end = value;
    while (end < text.length() && " \t\n,，;；".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return word.role() == Role.OTHER_HEADER
        ? new Token(Kind.MARK, at, end, null)
        : new Token(Kind.NAME_HEADER, at, end, text.substring(value, end));
  }

  private @Nullable Token nameBehind(int at, int value) {
    Token name = names.at(value, true);
    return name == null
        ? null
        : new Token(Kind.NAME_HEADER, at, name.end(), text.substring(value, name.end()));
  }

  private @Nullable Token dateHeader(int at, int value) {
    return dates
        .read(text, value)
        .map(found -> new Token(Kind.DATE_HEADER, at, found.end(), found))
        .orElse(null);
  }
}
