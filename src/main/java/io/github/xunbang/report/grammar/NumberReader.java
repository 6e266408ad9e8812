package io.github.xunbang.report.grammar;

import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.ParsedNumber;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a number with its measure word where the text really means a number. */
final class NumberReader {

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final String TIME_LIKE = "年月点分时秒天周号日楼层店期届岁米度折倍成次星";
  private static final String[] VAGUE_AFTER = {"左右", "上下", "以上", "以内", "出头", "多", "不到", "吧左右"};
  private static final Set<Vocabulary.Role> SELF = Set.of(Vocabulary.Role.SELF);

  private final String text;
  private final Lexicon lexicon;
  private final UnitReader units;

  NumberReader(String text, Lexicon lexicon, UnitReader units) {
    this.text = text;
    this.lexicon = lexicon;
    this.units = units;
  }

  /**
   * The number at {@code at}, or null. A single Chinese digit counts as a number only behind a
   * metric or before a measure word: 一起, 三亚 and 第一 are words.
   */
  @Nullable Token at(int at, boolean behindMetric) {
    char c = text.charAt(at);
    ParsedNumber number = ChineseNumber.scan(text, at).map(this::beforeUnit).orElse(null);
    if (number == null) {
      return null;
    }
    Num num = measured(number, at);
    int end = endOf(number, num);
    boolean plain = Chars.digit(c) || c == '¥';
    if (!plain && !behindMetric && !meansNumber(number, num, at, end)) {
      return null;
    }
    return new Token(Token.Kind.NUMBER, at, end, num);
  }

  /** In 三万五二十五店十万 the number ends where the unit's name begins. */
  private @Nullable ParsedNumber beforeUnit(ParsedNumber scanned) {
    if (!lexicon.knowsUnits()) {
      return scanned;
    }
    int start = scanned.start();
    for (int at = start + 1; at < scanned.end(); at++) {
      if (units.opensFigures(at)) {
        return ChineseNumber.scan(text.substring(start, at), 0)
            .map(found -> shifted(found, start))
            .orElse(null);
      }
    }
    return scanned;
  }

  private static ParsedNumber shifted(ParsedNumber number, int by) {
    return new ParsedNumber(
        number.value(),
        number.start() + by,
        number.end() + by,
        number.scaled(),
        number.money(),
        number.percent(),
        number.vague());
  }

  private int endOf(ParsedNumber number, Num num) {
    int end = number.end();
    if (!num.measure().isEmpty()) {
      end = text.indexOf(num.measure(), end) + num.measure().length();
      if (num.value().compareTo(number.value()) != 0) {
        end++;
      }
    }
    return num.vague() && !number.vague() ? end + vagueAfter(end) : end;
  }

  private Num measured(ParsedNumber number, int at) {
    int end = number.end();
    String measure = number.money() || number.percent() ? null : measureAt(end);
    BigDecimal value = number.value();
    if (measure != null) {
      end = text.indexOf(measure, end) + measure.length();
      boolean half = Chars.at(text, end) == '半' && "天年月小".indexOf(Chars.at(text, end + 1)) < 0;
      half = Chars.at(text, end) == '半' && (half || Chars.at(text, end + 1) == 0);
      value = half ? value.add(HALF) : value;
      end += half ? 1 : 0;
    }
    boolean vague = number.vague() || vagueAfter(end) > 0;
    return new Num(
        number, value, measure == null ? "" : measure, vague, bindable(at, number.end(), measure));
  }

  private @Nullable String measureAt(int end) {
    String direct = units.opensFigures(end) ? null : lexicon.unitAt(text, end);
    boolean selfWord =
        Vocabulary.at(text, end, SELF) != null && lexicon.metricAt(text, end + 2) != null;
    if (direct != null && lexicon.metricAt(text, end) == null && !selfWord) {
      return direct;
    }
    int spaced = Chars.skipBlanks(text, end);
    String later = spaced == end ? null : lexicon.unitAt(text, spaced);
    boolean alone = later != null && !Chars.word(Chars.at(text, spaced + later.length()));
    return alone && text.indexOf(later, end) == spaced ? later : null;
  }

  private boolean bindable(int at, int end, @Nullable String measure) {
    if (Chars.at(text, at - 1) == '第' || Chars.at(text, at - 1) == '#') {
      return false;
    }
    char next = Chars.at(text, end);
    return measure != null
        || next == 0
        || TIME_LIKE.indexOf(next) < 0
        || lexicon.metricAt(text, end) != null
        || units.opensFigures(end);
  }

  private int vagueAfter(int end) {
    for (String word : VAGUE_AFTER) {
      if (text.startsWith(word, end) && lexicon.metricAt(text, end) == null) {
        return word.length();
      }
    }
    boolean plus = Chars.at(text, end) == '+' && !Chars.word(Chars.at(text, end + 1));
    return plus ? 1 : 0;
  }

  private boolean meansNumber(ParsedNumber number, Num num, int at, int end) {
    char before = Chars.at(text, at - 1);
    if (before == '第' || before == '周' || before == '期' || before == '拜') {
      return false;
    }
    boolean beforeMetric = lexicon.metricAt(text, Chars.skipBlanks(text, end)) != null;
    if (beforeMetric
        || number.money()
        || number.percent()
        || lexicon.ownerOf(num.measure()) != null) {
      return true;
    }
    if (num.measure().isEmpty()) {
      return number.scaled() || end - at > 1 && !num.vague() && text.charAt(at) != '半';
    }
    // 一个好客户 is a phrase; 新客一个 is a number without a metric.
    boolean phrase = text.charAt(at) == '一' && end - at <= 2 && Chars.letter(Chars.at(text, end));
    return !phrase && text.charAt(at) != '半';
  }
}
