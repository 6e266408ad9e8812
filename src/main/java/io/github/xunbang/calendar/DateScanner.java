package io.github.xunbang.calendar;

import org.jspecify.annotations.Nullable;

/** Moves through a text and reads the small pieces that dates are made of. */
final class DateScanner {

  private static final String DIGITS = "零一二三四五六七八九";
  private static final String WEEKDAYS = "一二三四五六日";
  private static final String[] WEEK = {"周", "星期", "礼拜"};

  private final String text;
  int at;

  DateScanner(String text, int at) {
    this.text = text;
    this.at = at;
  }

  char peek(int ahead) {
    int index = at + ahead;
    return index >= 0 && index < text.length() ? text.charAt(index) : 0;
  }

  boolean isDigit(int ahead) {
    return peek(ahead) >= '0' && peek(ahead) <= '9';
  }

  boolean take(String word) {
    if (!text.startsWith(word, at)) {
      return false;
    }
    at += word.length();
    return true;
  }

  @Nullable String takeAny(String... words) {
    for (String word : words) {
      if (take(word)) {
        return word;
      }
    }
    return null;
  }

  void skipBlank() {
    while (peek(0) == ' ') {
      at++;
    }
  }

  /** Up to {@code maxDigits} digits, or -1 and no move when there are none or more. */
  int digits(int maxDigits) {
    int length = 0;
    int value = 0;
    while (length <= maxDigits && isDigit(length)) {
      value = 10 * value + peek(length) - '0';
      length++;
    }
    if (length == 0 || length > maxDigits) {
      return -1;
    }
    at += length;
    return value;
  }

  /** One to two digits, or a Chinese numeral below 100; -1 and no move when there is none. */
  int small() {
    int value = digits(2);
    return value >= 0 ? value : chinese();
  }

  private int chinese() {
    int from = at;
    int tens = DIGITS.indexOf(peek(0));
    int value = -1;
    if (peek(0) == '十' || tens > 0 && peek(1) == '十') {
      at += peek(0) == '十' ? 1 : 2;
      int ones = DIGITS.indexOf(peek(0));
      at += ones > 0 ? 1 : 0;
      value = 10 * (peek(from - at) == '十' ? 1 : tens) + Math.max(ones, 0);
    } else if (tens > 0) {
      at++;
      value = tens;
    }
    return value;
  }

  /** 1 to 7 for 周三, 星期3, 礼拜天; -1 and no move otherwise. */
  int weekday() {
    int from = at;
    if (takeAny(WEEK) == null) {
      return -1;
    }
    char c = peek(0);
    int day =
        c == '天' ? 7 : c >= '1' && c <= '7' && !isDigit(1) ? c - '0' : WEEKDAYS.indexOf(c) + 1;
    // 周日报 is a weekly paper or a Sunday's; it is not taken for either.
    if (day < 1 || c == '日' && peek(1) == '报') {
      at = from;
      return -1;
    }
    at++;
    return day;
  }

  /** A weekday beside a date, bracketed or not, {@code -1} and no move when there is none. */
  int weekdayBeside() {
    int from = at;
    skipBlank();
    boolean bracket = take("(");
    int day = weekday();
    if (day < 0 || bracket && !take(")")) {
      at = from;
      return -1;
    }
    return day;
  }
}
