package io.github.xunbang.organization.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.time.LocalTime;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 封榜时间: when a finished period freezes on the next calendar day. Between the latest day start and
 * noon, so that no business day is frozen before it has ended.
 */
@Component
@Order(2)
class ClosingTimeSetting implements Setting {

  @Override
  public String name() {
    return DaySettings.CLOSING_TIME;
  }

  @Override
  public String description() {
    return "旬、月结束后第二天几点封榜，6点到12点，例如：08:30";
  }

  @Override
  public String show(Organization organization) {
    return organization.businessDay().closingTime().toString();
  }

  @Override
  public String parse(String typed) {
    return ClockText.read(typed)
        .filter(time -> !time.isBefore(LocalTime.of(6, 0)) && !time.isAfter(LocalTime.NOON))
        .map(LocalTime::toString)
        .orElseThrow(() -> new CommandRejectedException("封榜时间要在早上6点到中午12点之间。请这样写：设置 封榜时间 08:30"));
  }
}
