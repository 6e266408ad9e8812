package io.github.xunbang.report.grammar;

import io.github.xunbang.report.grammar.Vocabulary.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows a metric up to its number: colon, sign, unit, 是, 目标.
 *
 * @param number the number, or null
 * @param zero the word for zero, or null
 * @param sign 0, '+', '-' (a hyphen, to be asked) or 'm' (减, without doubt)
 * @param unit unit in brackets, or null
 * @param check the word that makes it a check value, or null
 * @param next index of the token after
 */
record NumberPlace(
    @Nullable Token number,
    @Nullable Token zero,
    char sign,
    @Nullable UnitWord unit,
    @Nullable Word check,
    int next) {

  private static final int FARTHEST = 8;

  static NumberPlace behind(List<Token> tokens, String text, int metric) {
    char sign = 0;
    UnitWord unit = null;
    Word check = null;
    for (int i = metric + 1; i < tokens.size() && i <= metric + FARTHEST; i++) {
      Token token = tokens.get(i);
      switch (token.kind()) {
        case BLANK, GLUE, NOTE -> {}
        case UNIT -> unit = token.as(UnitWord.class);
        case CHECK -> check = token.as(Word.class);
        case SIGN -> sign = sign == 0 ? text.charAt(token.start()) : 'd';
        case TEXT -> {
          String word = text.substring(token.start(), token.end());
          if (Vocabulary.PLUS.contains(word) || Vocabulary.MINUS.contains(word)) {
            sign = Vocabulary.PLUS.contains(word) ? '+' : 'm';
          } else if (!Vocabulary.CONNECTORS.contains(word)) {
            return new NumberPlace(null, null, sign, unit, check, i);
          }
        }
        case NUMBER -> {
          return new NumberPlace(token, null, sign, unit, check, i + 1);
        }
        case ZERO -> {
          return new NumberPlace(null, token, sign, unit, check, i + 1);
        }
        default -> {
          return new NumberPlace(null, null, sign, unit, check, i);
        }
      }
    }
    return new NumberPlace(null, null, sign, unit, check, metric + 1);
  }
}
