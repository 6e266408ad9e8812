package io.github.xunbang.organization.internal;

import java.text.Normalizer;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day as people type them: {@code 08:30}, {@code 8点半}, {@code 凌晨四点}, {@code 晚上8点半}. */
public final class ClockText {

  private static final Pattern TIME =
      Pattern.compile(
          "(?:早上|上午|早晨|凌晨|次日|第二天|明早|早)*(中午|下午|傍晚|晚上|晚)?(\\d{1,2})(?:[:.点时](\\d{1,2}|半)?(?:分|整)?)?");
  private static final List<String> NUMERALS =
      List.of("十二", "十一", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十");
  private static final List<Integer> VALUES = List.of(12, 11, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

  private ClockText() {}

  /** The time, or empty when {@code typed} is none. */
  public static Optional<LocalTime> read(String typed) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
    plain = plain.replace("两点", "2点").replace("三十分", "30分");
    for (int index = 0; index < NUMERALS.size(); index++) {
      plain = plain.replace(NUMERALS.get(index), VALUES.get(index).toString());
    }
    Matcher time = TIME.matcher(plain);
    if (!time.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(time.group(2));
    if (time.group(1) != null && hour < 12 && hour > 0) {
      hour += 12;
    }
    String minutes = time.group(3);
    int minute = minutes == null ? 0 : minutes.equals("半") ? 30 : Integer.parseInt(minutes);
    return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
  }
}
