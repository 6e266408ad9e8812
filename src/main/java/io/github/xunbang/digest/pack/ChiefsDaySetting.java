package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 总管会: about which day of the month the chiefs meet; on a rest day the next workday (S-124). */
@Component
@Order(82)
class ChiefsDaySetting implements Setting {

  private static final String NAME = "总管会";
  private static final int DEFAULT = 5;
  private static final int LATEST = 20;
  private static final Pattern DAY = Pattern.compile("(?:每月)?(\\d{1,2})\\s*[号日]?");

  /** Whether the meeting is on {@code day}. */
  static boolean isOn(Organization organization, Workdays workdays, LocalDate day) {
    LocalDate planned = day.withDayOfMonth(day(organization));
    return !day.isBefore(planned)
        && workdays.isWorkday(organization.id(), day)
        && workdays.count(organization.id(), planned, day) == 1;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "每月几号开总管大会，1到20号，遇休息日顺延到下个工作日，例如：5";
  }

  @Override
  public String show(Organization organization) {
    return "每月" + day(organization) + "号，遇休息日顺延";
  }

  @Override
  public String parse(String typed) {
    Matcher found = DAY.matcher(typed.strip());
    if (found.matches()) {
      int day = Integer.parseInt(found.group(1));
      if (day >= 1 && day <= LATEST) {
        return String.valueOf(day);
      }
    }
    throw new CommandRejectedException("总管会要在1到20号之间。请这样写：设置 总管会 5");
  }

  private static int day(Organization organization) {
    return Integer.parseInt(organization.settings().getOrDefault(NAME, String.valueOf(DEFAULT)));
  }
}
