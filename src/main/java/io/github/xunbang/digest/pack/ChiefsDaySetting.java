package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 总管会: about which day of the month the chiefs meet, on a rest day the next workday, and who they
 * are (S-124).
 */
@Component
@Order(82)
class ChiefsDaySetting implements Setting {

  private static final String NAME = "总管会";
  private static final String ATTENDEES = NAME + "·名单";
  private static final String SEPARATOR = "、";
  private static final int MOST = 12;
  private static final int LONGEST = 12;
  private static final Set<String> NONE = Set.of("", "无", "取消", "清空", "删除", "不要");
  private static final int DEFAULT = 5;
  private static final int LATEST = 20;
  private static final Pattern LIST = Pattern.compile("(?s)(?:名单|参加|参会|人员)[\\s:：]*(.*)");
  private static final Pattern DAY = Pattern.compile("(?:每月)?(\\d{1,2})\\s*[号日]?");

  /** Whether the meeting is on {@code day}. */
  static boolean isOn(Organization organization, Workdays workdays, LocalDate day) {
    LocalDate planned = day.withDayOfMonth(day(organization));
    return !day.isBefore(planned)
        && workdays.isWorkday(organization.id(), day)
        && workdays.count(organization.id(), planned, day) == 1;
  }

  /** The roles or people that attend, in order; none until a manager listed them. */
  static List<String> attendees(Organization organization) {
    String stored = organization.settings().getOrDefault(ATTENDEES, "");
    return stored.isEmpty() ? List.of() : List.of(stored.split(SEPARATOR));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "每月几号开总管大会（1到20号，遇休息日顺延）和谁参加，例如：5，或：名单 总经理 小区经理";
  }

  @Override
  public String show(Organization organization) {
    List<String> attendees = attendees(organization);
    return "每月"
        + day(organization)
        + "号，遇休息日顺延"
        + (attendees.isEmpty() ? "" : "，参加：" + String.join(SEPARATOR, attendees));
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
    throw new CommandRejectedException("总管会要在1到20号之间。请这样写：设置 总管会 5；参加的人：设置 总管会 名单 总经理 小区经理");
  }

  @Override
  public Map<String, String> changes(String typed, Organization organization, LocalDate today) {
    Matcher list = LIST.matcher(typed.strip());
    return list.matches()
        ? Map.of(ATTENDEES, listed(list.group(1).strip()))
        : Setting.super.changes(typed, organization, today);
  }

  private static String listed(String typed) {
    if (NONE.contains(typed)) {
      return "";
    }
    List<String> roles =
        Arrays.stream(typed.split("[\\s,，、;；]+")).filter(one -> !one.isEmpty()).distinct().toList();
    boolean clear = roles.stream().allMatch(one -> one.equals(UntrustedText.oneLine(one, LONGEST)));
    if (!clear || roles.isEmpty() || roles.size() > MOST) {
      throw new CommandRejectedException(
          "名单最多%d个岗位或人名，每个最多%d个字。请这样写：设置 总管会 名单 总经理 小区经理".formatted(MOST, LONGEST));
    }
    return String.join(SEPARATOR, roles);
  }

  private static int day(Organization organization) {
    return Integer.parseInt(organization.settings().getOrDefault(NAME, String.valueOf(DEFAULT)));
  }
}
