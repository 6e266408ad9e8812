package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodCalendar;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import io.github.xunbang.organization.SettlementDays;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 结算日: the day on which a month is cut off (design section 4, S-57). A change starts with the month
 * after the running one, so that neither the running nor a past month ever changes; setting it
 * again before then replaces the change that waits.
 */
@Component
@Order(4)
class SettlementDaySetting implements Setting {

  private static final Pattern NATURAL =
      Pattern.compile("取消|不设|无|没有|不要|关|关闭|自然月|按自然月|月底|月末|最后一天|默认");
  private static final Pattern DAY = Pattern.compile("(?:每个?月)?(\\d{1,2})[号日]?");
  private static final int ENTRIES_SHOWN = 2;

  @Override
  public String name() {
    return SettlementDays.SETTING;
  }

  @Override
  public String description() {
    return "每月几号结算，1到30，例如：30；改动从下个月起；恢复：自然月";
  }

  @Override
  public String show(Organization organization) {
    TreeMap<YearMonth, Integer> days =
        new TreeMap<>(SettlementDays.of(organization.settings()).byMonth());
    if (days.isEmpty()) {
      return "没设，按自然月";
    }
    PeriodCalendar calendar = organization.periods();
    List<YearMonth> last =
        days.keySet().stream().skip(Math.max(0, days.size() - ENTRIES_SHOWN)).toList();
    return last.stream()
        .map(month -> text(calendar.month(month), days.get(month)))
        .collect(Collectors.joining("；"));
  }

  @Override
  public String parse(String typed) {
    throw new UnsupportedOperationException("A new 结算日 starts after the running month");
  }

  @Override
  public String parse(String typed, Organization organization, LocalDate today) {
    int day = day(typed);
    YearMonth running = organization.periods().monthOf(today);
    TreeMap<YearMonth, Integer> days =
        new TreeMap<>(
            new TreeMap<>(SettlementDays.of(organization.settings()).byMonth())
                .headMap(running, true));
    int inForce = Optional.ofNullable(days.lastEntry()).map(entry -> entry.getValue()).orElse(0);
    if (day != inForce) {
      days.put(running.plusMonths(1), day);
    }
    return new SettlementDays(days).store();
  }

  /** {@code 2026年12月1日起每月30号结算（首月到12月30日）}. */
  private static String text(Period firstMonth, int day) {
    String since = firstMonth.start().getYear() + "年" + DateText.shortDay(firstMonth.start());
    return since
        + (day == 0 ? "起按自然月" : "起每月" + day + "号结算")
        + "（首月到"
        + DateText.shortDay(firstMonth.end())
        + "）";
  }

  private static int day(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
    if (NATURAL.matcher(text).matches()) {
      return 0;
    }
    Matcher number = DAY.matcher(text);
    int day = number.matches() ? Integer.parseInt(number.group(1)) : 0;
    if (day == 31) {
      throw new CommandRejectedException("31号就是月底，不设即按自然月。要恢复自然月请发：设置 结算日 自然月");
    }
    if (day < 1 || day > 30) {
      throw new CommandRejectedException("结算日要在1到30号之间，不设即按自然月。请这样写：设置 结算日 30");
    }
    return day;
  }
}
