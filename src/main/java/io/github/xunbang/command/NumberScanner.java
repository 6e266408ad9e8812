package io.github.xunbang.command;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads one number at one position; see {@link ChineseNumber}. */
final class NumberScanner {

  /** More digits than any figure has; a longer run is no number, and costs nothing to refuse. */
  private static final int MAX_DIGITS = 15;

  /** No numeral is longer; a longer row of numerals is cut here, so that scanning stays linear. */
  private static final int MAX_NUMERAL = 24;

  private static final String NO_TAIL_BEFORE = "共起天直定个家些般样下边次路切个旦样向";
  private final String text;
  private final int start;
  private final NumeralSum sum = new NumeralSum();
  private int at;
  private boolean malformed;

  NumberScanner(String text, int start) {
    this.text = text;
    this.start = start;
    this.at = start;
  }

  @Nullable ParsedNumber scan() {
    int prefix = lengthOfAny(Numerals.VAGUE_PREFIXES);
    at += prefix;
    boolean sign = peek(0) == '¥';
    if (sign) {
      at++;
      skipBlank();
    }
    if (isVagueNumeral()) {
      return vagueNumeral();
    }
    if (!readCore()) {
      return null;
    }
    ParsedNumber number = finish(sign);
    return prefix > 0 ? number.asVague(number.end()) : number;
  }

  private boolean isVagueNumeral() {
    char c = peek(0);
    return (c == '几' || c == '数')
            && (Numerals.isScale(peek(1)) || Numerals.MEASURES.indexOf(peek(1)) >= 0)
        || c == '若' && peek(1) == '干';
  }

  private ParsedNumber vagueNumeral() {
    at += peek(0) == '若' ? 2 : 1;
    while (Numerals.isScale(peek(0)) && at - start < MAX_NUMERAL) {
      at++;
    }
    return number(null, false, false);
  }

  private boolean readCore() {
    if (Numerals.isDigit(peek(0))) {
      readDigits();
    } else if (Numerals.digitOf(peek(0)) >= 0 || peek(0) == '十') {
      readChinese();
    } else if (peek(0) == '半') {
      at++;
      sum.literal(new BigDecimal("0.5"), false);
      return true;
    } else {
      return false;
    }
    readScales();
    return true;
  }

  private void readDigits() {
    int from = at;
    while (Numerals.isDigit(peek(0))) {
      at++;
    }
    StringBuilder digits = new StringBuilder();
    if (at - from > MAX_DIGITS) {
      malformed = true;
    } else {
      digits.append(text, from, at);
    }
    boolean grouped = at - from <= 3 && readGroups(digits);
    boolean leadingZero = at - from > 1 && text.charAt(from) == '0';
    if (peek(0) == '.' && Numerals.isDigit(peek(1))) {
      readFraction(digits);
    }
    malformed |= digits.length() > 2 * MAX_DIGITS || (grouped && leadingZero);
    if (!malformed) {
      sum.literal(new BigDecimal(digits.toString()), leadingZero);
    }
  }

  private boolean readGroups(StringBuilder digits) {
    boolean grouped = false;
    while (peek(0) == ','
        && Numerals.isDigit(peek(1))
        && Numerals.isDigit(peek(2))
        && Numerals.isDigit(peek(3))
        && !Numerals.isDigit(peek(4))) {
      grouped = true;
      if (digits.length() <= MAX_DIGITS) {
        digits.append(text, at + 1, at + 4);
      }
      at += 4;
    }
    return grouped;
  }

  private void readFraction(StringBuilder digits) {
    int dot = at++;
    while (Numerals.isDigit(peek(0))) {
      at++;
    }
    if (at - dot > MAX_DIGITS || (peek(0) == '.' && Numerals.isDigit(peek(1)))) {
      malformed = true;
      skipDigitsAndDots();
    } else {
      digits.append(text, dot, at);
    }
  }

  private void skipDigitsAndDots() {
    while (Numerals.isDigit(peek(0)) || (peek(0) == '.' && Numerals.isDigit(peek(1)))) {
      at++;
    }
  }

  /** A run of Chinese digits, 点 and its decimals; a run of several digits is a row of them. */
  private void readChinese() {
    int from = at;
    while (Numerals.digitOf(peek(0)) >= 0 && at - from < MAX_NUMERAL) {
      at++;
    }
    StringBuilder digits = new StringBuilder();
    boolean zero = false;
    for (int i = from; i < at; i++) {
      int digit = Numerals.digitOf(text.charAt(i));
      zero |= digit == 0;
      if (digits.length() <= MAX_DIGITS) {
        digits.append(digit);
      }
    }
    // 三五个 and 七八个 mean "a few"; 二〇 and 一二三 are rows of digits.
    malformed |= digits.length() == 2 && !zero || digits.length() > MAX_DIGITS;
    if (peek(0) == '点' && Numerals.digitOf(peek(1)) >= 0) {
      readChineseFraction(digits);
    }
    if (!digits.isEmpty() && !malformed) {
      sum.literal(
          new BigDecimal(digits.toString()),
          digits.length() > 1 && zero && digits.charAt(0) == '0');
    }
  }

  private void readChineseFraction(StringBuilder digits) {
    int dot = at++;
    digits.append('.');
    while (Numerals.digitOf(peek(0)) >= 0) {
      digits.append(Numerals.digitOf(peek(0)));
      at++;
      if (at - dot > MAX_DIGITS) {
        malformed = true;
        return;
      }
    }
  }

  private void readScales() {
    while (at - start < 2 * MAX_NUMERAL) {
      char c = peek(0);
      long scale = Numerals.scaleOf(c);
      if (scale > 0 && !isWordAfterScale()) {
        at++;
        if (scale >= 10_000) {
          sum.bigScale(scale);
        } else {
          sum.smallScale(scale);
        }
      } else if (sum.afterScale() && Numerals.isDigit(c)) {
        readDigits();
      } else if (sum.afterScale() && (c == '零' || c == '〇') && Numerals.digitOf(peek(1)) > 0) {
        at++;
        sum.zero();
        readOneChinese();
      } else if (sum.afterScale() && Numerals.digitOf(c) > 0 && isTail()) {
        readOneChinese();
      } else {
        return;
      }
    }
    malformed = true;
  }

  /** w and k count only when no further letter makes a word of them. */
  private boolean isWordAfterScale() {
    char c = peek(0);
    char next = peek(1);
    return (c == 'w' || c == 'k') && next >= 'a' && next <= 'z' && !text.startsWith("rmb", at + 1);
  }

  private void readOneChinese() {
    int digit = Numerals.digitOf(peek(0));
    at++;
    if (Numerals.digitOf(peek(0)) >= 0) {
      malformed = true;
      while (Numerals.digitOf(peek(0)) >= 0 && at - start < 2 * MAX_NUMERAL) {
        at++;
      }
    }
    sum.literal(BigDecimal.valueOf(digit), false);
  }

  /** Not a tail: 三万一共, 三万两单. */
  private boolean isTail() {
    char digit = peek(0);
    char next = peek(1);
    if (Numerals.isScale(next) || Numerals.digitOf(next) >= 0) {
      return true;
    }
    return digit != '两' && !(digit == '一' && NO_TAIL_BEFORE.indexOf(next) >= 0);
  }

  private ParsedNumber finish(boolean sign) {
    BigDecimal value = malformed ? null : sum.value();
    boolean shortTail = sum.endsInShortTail();
    if (shortTail && Numerals.MEASURES.indexOf(peek(0)) >= 0) {
      value = null; // 3万5单: 3.5万, or 3万 and 5单?
    }
    value = readVagueTail() ? null : value;
    int unitLength = lengthOfAny(Numerals.MONEY);
    boolean money = unitLength > 0 || sign;
    at += unitLength;
    boolean percent = !money && peek(0) == '%';
    at += percent ? 1 : 0;
    if (money
        && unitLength > 0
        && (Numerals.isDigit(peek(0)) || Numerals.digitOf(peek(0)) > 0 && !isMeasured(1))) {
      value = null; // 3块5
      at++;
    }
    at += lengthOfAny(Numerals.MONEY);
    boolean vague = readVagueSuffix();
    return number(vague ? null : value, money, percent);
  }

  private boolean isMeasured(int ahead) {
    return Numerals.MEASURES.indexOf(peek(ahead)) >= 0;
  }

  /** 三万多, 十来个, 十几个, 3-5万, 5+3. */
  private boolean readVagueTail() {
    boolean vague = false;
    char c = peek(0);
    if (c == '多'
        || c == '余'
        || c == '来' && (isMeasured(1) || Numerals.isScale(peek(1)))
        || c == '几') {
      at++;
      vague = true;
    } else if ("-~到至/+*x×".indexOf(c) >= 0 && c != 0 && startsNumber(1)) {
      at++;
      vague = true;
      NumberScanner other = new NumberScanner(text, at);
      other.readCore();
      at = other.at;
    }
    while (vague && Numerals.isScale(peek(0)) && at - start < 4 * MAX_NUMERAL) {
      at++;
    }
    return vague;
  }

  private boolean startsNumber(int ahead) {
    char c = peek(ahead);
    return Numerals.isDigit(c)
        || Numerals.digitOf(c) > 0 && (Numerals.isScale(peek(ahead + 1)) || isMeasured(ahead + 1));
  }

  private boolean readVagueSuffix() {
    if (peek(0) == '多' && !isLetterAt(1)) {
      at++;
      return true;
    }
    if (peek(0) == '+' && !isLetterAt(1) && !Numerals.isDigit(peek(1))) {
      at++;
      return true;
    }
    int length = lengthOfAny(Numerals.VAGUE_SUFFIXES);
    at += length;
    return length > 0;
  }

  private ParsedNumber number(@Nullable BigDecimal value, boolean money, boolean percent) {
    BigDecimal exact = value == null ? BigDecimal.ZERO : plain(value);
    return new ParsedNumber(exact, start, at, sum.scaled(), money, percent, value == null);
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private boolean isLetterAt(int ahead) {
    return Character.isLetterOrDigit(peek(ahead));
  }

  private int lengthOfAny(String[] words) {
    for (String word : words) {
      if (text.startsWith(word, at)) {
        return word.length();
      }
    }
    return 0;
  }

  private void skipBlank() {
    while (peek(0) == ' ') {
      at++;
    }
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }
}
