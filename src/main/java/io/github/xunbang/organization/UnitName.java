package io.github.xunbang.organization;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.calendar.PeriodWords;
import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.UntrustedText;
import java.time.Instant;
import java.util.Set;

/** Names of units: what they may be, and the form in which 25店 and 二十五店 are the same. */
public final class UnitName {

  private static final String DIGITS = "零一二三四五六七八九";
  private static final int MAX = 12;

  /** Words that commands and reports need for something else. */
  private static final Set<String> RESERVED =
      Set.of(
          "合计", "总计", "小计", "个人", "本人", "自己", "全部", "全体", "所有人", "大家", "团队", "姓名", "大区", "小区", "门店",
          "小组", "单位", "成员", "取消", "本群", "管理", "改名", "撤销", "编外", "嘉宾", "搭档", "一起");

  private UnitName() {}

  /**
   * The form in which names are compared: numerals as digits, so that 5店 is 五店 and 25店 is 二十五店;
   * half-width, lower case.
   */
  public static String key(String name) {
    String text = PersonName.normalized(name).toLowerCase(java.util.Locale.ROOT);
    StringBuilder key = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && isNumeral(text.charAt(end))) {
        end++;
      }
      if (end == at) {
        key.append(text.charAt(at++));
      } else {
        key.append(digits(text.substring(at, end)));
        at = end;
      }
    }
    return key.toString();
  }

  /**
   * The name in its stored form.
   *
   * @throws CommandRejectedException when it cannot name a unit
   */
  public static String checked(String typed) {
    String name = PersonName.checkedLabel("单位", typed);
    Instant anyTime = Instant.EPOCH;
    boolean otherMeaning =
        RESERVED.contains(name)
            || ChineseNumber.parseAny(name).isPresent()
            || new PeriodWords(BusinessDay.DEFAULT, anyTime).parse(name).isPresent()
            || new DateWords(BusinessDay.DEFAULT, anyTime).parse(name).isPresent();
    if (otherMeaning || name.codePoints().noneMatch(Character::isLetter)) {
      throw new CommandRejectedException(
          "“%s”不能当单位名，请换一个，例如五店、一区".formatted(UntrustedText.oneLine(typed, MAX)));
    }
    return name;
  }

  private static boolean isNumeral(char c) {
    return c >= '0' && c <= '9' || c == '〇' || c == '两' || c == '十' || c == '百' || digit(c) >= 0;
  }

  private static int digit(char c) {
    return c == '〇' ? 0 : c == '两' ? 2 : DIGITS.indexOf(c);
  }

  /** 二十五 is 25; 五一 is 51, read figure by figure. */
  private static String digits(String run) {
    if (run.indexOf('十') < 0 && run.indexOf('百') < 0) {
      StringBuilder figures = new StringBuilder();
      run.chars()
          .forEach(c -> figures.append(digit((char) c) < 0 ? (char) c - '0' : digit((char) c)));
      return figures.toString();
    }
    int sum = 0;
    int open = 0;
    for (char c : run.toCharArray()) {
      if (c == '十' || c == '百') {
        sum += Math.max(1, open) * (c == '十' ? 10 : 100);
        open = 0;
      } else {
        open = 10 * open + (digit(c) < 0 ? c - '0' : digit(c));
      }
    }
    return Integer.toString(sum + open);
  }
}
