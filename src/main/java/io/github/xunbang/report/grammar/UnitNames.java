package io.github.xunbang.report.grammar;

import io.github.xunbang.command.TypedText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways people write a unit's name: 二十五店 is 25店, 第5店 is 第五店. */
final class UnitNames {

  private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,2}");
  private static final Pattern NUMERALS = Pattern.compile("[一二三四五六七八九十百零]+");
  private static final String[] DIGIT = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

  private UnitNames() {}

  /** The name as a normalized text has it, then with its first number written the other way. */
  static List<String> written(String name) {
    String typed = TypedText.normalize(TypedText.clean(name)).strip();
    Matcher digits = DIGITS.matcher(typed);
    if (digits.find()) {
      String numeral = chinese(Integer.parseInt(digits.group()));
      return List.of(typed, replaced(typed, digits, numeral));
    }
    Matcher numerals = NUMERALS.matcher(typed);
    if (numerals.find()) {
      for (int number = 1; number < 1000; number++) {
        if (chinese(number).equals(numerals.group())) {
          return List.of(typed, replaced(typed, numerals, Integer.toString(number)));
        }
      }
    }
    return List.of(typed);
  }

  private static String replaced(String typed, Matcher at, String number) {
    return typed.substring(0, at.start()) + number + typed.substring(at.end());
  }

  /** 1 to 999: 十二, 二十五, 一百零五. */
  static String chinese(int number) {
    StringBuilder text = new StringBuilder();
    int hundreds = number / 100;
    int tens = number / 10 % 10;
    int ones = number % 10;
    if (hundreds > 0) {
      text.append(DIGIT[hundreds]).append('百');
    }
    if (tens > 0) {
      text.append(tens == 1 && hundreds == 0 ? "" : DIGIT[tens]).append('十');
    } else if (hundreds > 0 && ones > 0) {
      text.append('零');
    }
    return text.append(ones > 0 ? DIGIT[ones] : "").toString();
  }
}
