package io.github.xunbang.organization.internal;

import java.text.Normalizer;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * On which weekdays a team works, stored as ISO digits: {@code 12345}. Statutory holidays and
 * make-up days come on top, except for a team that works every day.
 *
 * @param weekdays 1 for Monday to 7
 */
record WorkWeek(NavigableSet<Integer> weekdays) {

  /** Monday to Friday: nothing but the statutory calendar. */
  static final WorkWeek STATUTORY = WorkWeek.of("12345");

  private static final String DAYS = "一二三四五六日";
  private static final Pattern EVERY_DAY = Pattern.compile("每天|天天|全周|七天|7天|全年无休|不休|不休息");
  private static final Pattern DEFAULT = Pattern.compile("法定|默认|双休|恢复|取消");
  private static final Pattern REST = Pattern.compile("休息?(.+)|(.+)休息?");
  private static final Pattern SPAN = Pattern.compile("([一二三四五六日])(?:到([一二三四五六日]))?");

  /** Reads the stored digits. */
  static WorkWeek of(String digits) {
    return new WorkWeek(
        digits
            .chars()
            .mapToObj(digit -> digit - '0')
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The week that people type: 周一到周六, 每天, 周一、周三, 休周日; empty when it is none. */
  static Optional<WorkWeek> read(String typed) {
    String text =
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .replaceAll("\\s", "")
            .replaceAll("星期|礼拜|週", "周")
            .replaceAll("至|~|-{1,2}|—{1,2}", "到")
            .replace("周天", "周日");
    if (EVERY_DAY.matcher(text).matches()) {
      return Optional.of(WorkWeek.of("1234567"));
    }
    if (DEFAULT.matcher(text).matches()) {
      return Optional.of(STATUTORY);
    }
    if (text.equals("单休")) {
      return Optional.of(WorkWeek.of("123456"));
    }
    Matcher rest = REST.matcher(text);
    return rest.matches()
        ? days(rest.group(1) != null ? rest.group(1) : rest.group(2)).map(WorkWeek::others)
        : days(text).map(WorkWeek::new);
  }

  boolean isEveryDay() {
    return weekdays.size() == 7;
  }

  /** The digits to store. */
  String store() {
    return weekdays.stream().map(String::valueOf).collect(Collectors.joining());
  }

  /** 每天, 周一到周六, 周一、周三. */
  String text() {
    if (isEveryDay()) {
      return "每天，法定节假日也上班";
    }
    boolean inARow = weekdays.last() - weekdays.first() + 1 == weekdays.size();
    String days =
        inARow && weekdays.size() > 2
            ? name(weekdays.first()) + "到" + name(weekdays.last())
            : weekdays.stream().map(WorkWeek::name).collect(Collectors.joining("、"));
    return days + "，法定节假日休、调休日上班";
  }

  private static WorkWeek others(NavigableSet<Integer> rest) {
    NavigableSet<Integer> worked = new TreeSet<>(WorkWeek.of("1234567").weekdays());
    worked.removeAll(rest);
    return new WorkWeek(worked);
  }

  private static Optional<NavigableSet<Integer>> days(String text) {
    NavigableSet<Integer> days = new TreeSet<>();
    for (String part : text.replace("周", "").split("[、,和]")) {
      Matcher span = SPAN.matcher(part);
      if (!span.matches()) {
        return Optional.empty();
      }
      int day = DAYS.indexOf(span.group(1)) + 1;
      int last = span.group(2) == null ? day : DAYS.indexOf(span.group(2)) + 1;
      days.add(day);
      while (day != last) {
        day = day % 7 + 1;
        days.add(day);
      }
    }
    return Optional.of(days);
  }

  private static String name(int weekday) {
    return "周" + DAYS.charAt(weekday - 1);
  }
}
