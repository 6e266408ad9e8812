package io.github.xunbang.digest.pack;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 例会日: the two meetings of a month (S-122). The plan names the 16th and then speaks of the meeting
 * of the 15th (S-123), so that it can be chosen; the half-month is the 1st to the 15th either way.
 */
@Component
@Order(81)
class MeetingDaysSetting implements Setting {

  private static final String NAME = "例会日";
  private static final String SIXTEENTH = "1,16";
  private static final String FIFTEENTH = "1,15";

  /** The day of the second meeting, 15 or 16. */
  static int secondDay(Organization organization) {
    return FIFTEENTH.equals(organization.settings().get(NAME)) ? 15 : 16;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "每月两次例会，1,16 或 1,15；上半月按1-15日、下半月按16日到月底统计，选15号时当天只到14日";
  }

  @Override
  public String show(Organization organization) {
    return secondDay(organization) == 15 ? "1号和15号（15号的资料统计1-14日）" : "1号和16号（16号的资料统计1-15日）";
  }

  @Override
  public String parse(String typed) {
    String days = typed.strip().replaceAll("[号日]", "").replaceAll("[\\s,，、和]+", ",");
    if (days.equals(SIXTEENTH) || days.equals(FIFTEENTH)) {
      return days;
    }
    throw new CommandRejectedException("例会日只能是 1,16 或 1,15。请这样写：设置 例会日 1,16");
  }
}
