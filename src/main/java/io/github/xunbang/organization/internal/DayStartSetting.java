package io.github.xunbang.organization.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.time.LocalTime;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 日界: what is said before this time counts for the day before; midnight to six. */
@Component
@Order(3)
class DayStartSetting implements Setting {

  @Override
  public String name() {
    return DaySettings.DAY_START;
  }

  @Override
  public String description() {
    return "凌晨几点前发的算前一天，0点到6点，例如：4点";
  }

  @Override
  public String show(Organization organization) {
    return organization.businessDay().dayStart().toString();
  }

  @Override
  public String parse(String typed) {
    return ClockText.read(typed)
        .filter(time -> !time.isAfter(LocalTime.of(6, 0)))
        .map(LocalTime::toString)
        .orElseThrow(() -> new CommandRejectedException("日界要在凌晨0点到6点之间。请这样写：设置 日界 4点"));
  }
}
