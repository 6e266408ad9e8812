package io.github.xunbang.organization.posts;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.QuietHours;
import io.github.xunbang.organization.Setting;
import java.time.LocalTime;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 安静时段: when the bot holds its posts (design section 7, S-117). */
@Component
@Order(8)
class QuietHoursSetting implements Setting {

  static final String NAME = "安静时段";

  private static final String NONE = "无";

  /** The organization's quiet hours. */
  static QuietHours of(Organization organization) {
    String stored = organization.settings().get(NAME);
    if (stored == null) {
      return QuietHours.DEFAULT;
    }
    int dash = stored.indexOf('-');
    return stored.equals(NONE)
        ? new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)
        : new QuietHours(
            LocalTime.parse(stored.substring(0, dash)),
            LocalTime.parse(stored.substring(dash + 1)));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "这段时间不主动发消息，到点再补发；你问它照答。例如：22:30-07:30，不要就写 无";
  }

  @Override
  public String show(Organization organization) {
    QuietHours hours = of(organization);
    return hours.from().equals(hours.to()) ? NONE : hours.from() + "-" + hours.to();
  }

  @Override
  public String parse(String typed) {
    if (List.of("无", "关", "不要", "取消").contains(typed.strip())) {
      return NONE;
    }
    String[] ends = typed.strip().split("\\s*(?:-|–|—|~|～|到|至)\\s*");
    if (ends.length == 2) {
      List<LocalTime> times =
          List.of(ends).stream().flatMap(end -> PostTimes.single(end).stream()).toList();
      if (times.size() == 2 && !times.get(0).equals(times.get(1))) {
        return times.get(0) + "-" + times.get(1);
      }
    }
    throw new CommandRejectedException("安静时段要写起止时间。请这样写：设置 安静时段 22:30-07:30，不要就发：设置 安静时段 无");
  }
}
