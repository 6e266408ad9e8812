package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 工作日: the team's week (design section 4); by default the statutory one. */
@Component
@Order(5)
class WorkWeekSetting implements Setting {

  static final String NAME = "工作日";

  private final Workdays workdays;
  private final BusinessClock clock;

  WorkWeekSetting(Workdays workdays, BusinessClock clock) {
    this.workdays = workdays;
    this.clock = clock;
  }

  static WorkWeek week(Map<String, String> settings) {
    String stored = settings.get(NAME);
    return stored == null ? WorkWeek.STATUTORY : WorkWeek.of(stored);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "每周哪几天上班，例如：周一到周六、周二到周日、每天";
  }

  @Override
  public String show(Organization organization) {
    WorkWeek week = week(organization.settings());
    return week.isEveryDay() ? week.text() : week.text() + unknownYear(organization);
  }

  /** Nobody should take Monday to Friday for the holidays of a year that is not known yet. */
  private String unknownYear(Organization organization) {
    LocalDate today = organization.businessDay().of(clock.instant());
    return IntStream.rangeClosed(today.getYear(), today.getYear() + 1)
        .filter(year -> !today.isBefore(Workdays.plannedFrom(year)) && !workdays.knows(year))
        .mapToObj(year -> "（" + year + "年放假安排还没收录）")
        .collect(Collectors.joining());
  }

  @Override
  public String parse(String typed) {
    return WorkWeek.read(typed)
        .filter(week -> !week.weekdays().isEmpty())
        .map(WorkWeek::store)
        .orElseThrow(
            () -> new CommandRejectedException("工作日没看懂。请这样写：设置 工作日 周一到周六（也可以写 周一到周五、每天、周一、周三）"));
  }
}
