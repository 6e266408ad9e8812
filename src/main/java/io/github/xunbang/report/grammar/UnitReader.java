package io.github.xunbang.report.grammar;

import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.report.grammar.Vocabulary.Role;
import io.github.xunbang.report.grammar.Vocabulary.Word;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds units' names (五店) and tells those in front of figures, which make the figures theirs, from
 * those in a sentence (拜访五店).
 */
final class UnitReader {

  private static final Set<Role> CHECKS =
      Set.of(Role.TOTAL, Role.PERIOD, Role.TARGET, Role.RATE, Role.GAP);
  private static final String TIME_LIKE = "年月点分时秒天周号日楼层店期届岁米度折倍成次星";
  private static final int FARTHEST_NUMBER = 10;
  private static final int LONGEST_HARMLESS = 4;
  private static final int DEEPEST = 3;

  private final String text;
  private final Lexicon lexicon;
  private final DateWords dates;
  private final ZeroReader zeros;

  UnitReader(String text, Lexicon lexicon, DateWords dates, ZeroReader zeros) {
    this.text = text;
    this.lexicon = lexicon;
    this.dates = dates;
    this.zeros = zeros;
  }

  /**
   * The unit's name at {@code at}, or null. Numerals that belong to a longer number begin no name:
   * 125店 is not 25店, and 三十五店 is not 五店.
   */
  Lexicon.@Nullable UnitMention nameAt(int at) {
    Lexicon.UnitMention found = lexicon.unitNameAt(text, at);
    if (found == null) {
      return null;
    }
    char first = text.charAt(at);
    char before = Chars.at(text, at - 1);
    boolean cut =
        Chars.digit(first) && (Chars.digit(before) || before == '.')
            || ChineseNumber.isNumeral(first) && "十百千".indexOf(before) >= 0 && before != 0;
    MetricWord metric = lexicon.metricAt(text, at);
    String person = lexicon.nameAt(text, at);
    boolean longerWord =
        metric != null && metric.length() >= found.length()
            || person != null && person.length() >= found.length();
    return cut || longerWord ? null : found;
  }

  /** Whether a unit's figures begin at {@code at}, which stands inside or behind a number. */
  boolean opensFigures(int at) {
    Lexicon.UnitMention found = nameAt(at);
    return found != null && figuresFollow(at + found.length(), false);
  }

  /**
   * Whether figures stand behind a unit's name that ends at {@code end}.
   *
   * @param leads whether the name is the first word of its line; then a comma or a line break may
   *     stand in between
   */
  boolean figuresFollow(int end, boolean leads) {
    return figureAt(end, leads, 0);
  }

  private boolean figureAt(int from, boolean leads, int depth) {
    int at = skipped(from, leads);
    if (at >= text.length() || depth > DEEPEST) {
      return false;
    }
    MetricWord metric = lexicon.metricAt(text, at);
    metric = metric == null ? lexicon.soundAt(text, at, true) : metric;
    Word check = Vocabulary.at(text, at, CHECKS);
    if (check != null && (metric == null || check.text().length() > metric.length())) {
      return digitBehind(at);
    }
    if (metric != null) {
      return numberBehind(at + metric.length());
    }
    if (zeros.at(at, true) != null || beginsNumber(at)) {
      return true;
    }
    Optional<DateWords.Found> date = dates.read(text, at);
    return date.isPresent()
        ? figureAt(date.get().end(), leads, depth + 1)
        : harmlessThenFigure(at, depth);
  }

  private boolean harmlessThenFigure(int at, int depth) {
    for (int length = LONGEST_HARMLESS; length > 0; length--) {
      int end = Math.min(text.length(), at + length);
      String word = text.substring(at, end);
      boolean harmless =
          Vocabulary.HARMLESS_BEFORE.contains(word) || Vocabulary.CONNECTORS.contains(word);
      if (harmless && !word.equals("客户")) {
        return figureAt(end, false, depth + 1);
      }
    }
    return false;
  }

  private int skipped(int from, boolean leads) {
    int at = from;
    while (at < text.length()
        && (Chars.blank(text.charAt(at))
            || ":=+-".indexOf(text.charAt(at)) >= 0
            || leads && ",，\n".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  /** 2.3万, 十二个意向, 三单; but not 3楼 and not the 一 of 一切. */
  private boolean beginsNumber(int at) {
    Optional<ParsedNumber> scanned = ChineseNumber.scan(text, at);
    if (scanned.isEmpty()) {
      return false;
    }
    ParsedNumber number = scanned.get();
    int end = number.end();
    char next = Chars.at(text, end);
    String measure = lexicon.unitAt(text, end);
    boolean metric = lexicon.metricAt(text, Chars.skipBlanks(text, end)) != null;
    boolean owned = measure != null && lexicon.ownerOf(measure) != null;
    boolean place = next != 0 && TIME_LIKE.indexOf(next) >= 0 && measure == null && !metric;
    if (Chars.digit(text.charAt(at)) || text.charAt(at) == '¥') {
      return !place || namesUnit(at + 1, end);
    }
    return metric || owned || number.scaled() || number.money() || number.vague() || end - at > 1;
  }

  /** 38万五 in front of 店 is no place when 五店 is a unit. */
  private boolean namesUnit(int from, int to) {
    for (int at = from; at <= to; at++) {
      if (nameAt(at) != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether a number or a zero stands right behind a metric that ends at {@code end}. */
  private boolean numberBehind(int end) {
    int at = end;
    while (at < text.length() && at - end <= FARTHEST_NUMBER) {
      char c = text.charAt(at);
      if (ChineseNumber.scan(text, at).isPresent() || zeros.at(at, true) != null) {
        return true;
      }
      boolean between =
          Chars.blank(c)
              || ":=+-()万元个单".indexOf(c) >= 0
              || Vocabulary.CONNECTORS.contains(Character.toString(c))
              || Vocabulary.CONNECTORS.contains(text.substring(at, Math.min(text.length(), at + 2)))
              || Vocabulary.VAGUE_WORDS.contains(
                  text.substring(at, Math.min(text.length(), at + 2)));
      if (!between) {
        return Vocabulary.PLUS.contains(Character.toString(c))
            || Vocabulary.MINUS.contains(Character.toString(c));
      }
      at++;
    }
    return false;
  }

  private boolean digitBehind(int from) {
    for (int at = from; at < text.length() && at < from + 2 * FARTHEST_NUMBER; at++) {
      if (text.charAt(at) == '\n' || text.charAt(at) == '，') {
        return false;
      }
      if (Chars.digit(text.charAt(at)) || text.charAt(at) == '万') {
        return true;
      }
    }
    return false;
  }
}
