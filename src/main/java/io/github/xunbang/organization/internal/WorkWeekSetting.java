package io.github.xunbang.organization.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 工作日: the team's week (design section 4); by default the statutory one. */
@Component
@Order(5)
class WorkWeekSetting implements Setting {

  static final String NAME = "工作日";

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
    return week(organization.settings()).text();
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
