package io.github.xunbang.leave.check;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.leave.DayPart;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** 工作时间, 午休 and 查岗次数: when and how often a roll call may be (S-24). */
@Configuration(proxyBeanMethods = false)
class CheckSettings {

  private static final String HOURS = "工作时间";
  private static final String LUNCH = "午休";
  private static final String PER_DAY = "查岗次数";
  private static final String NONE = "无";
  private static final int DEFAULT_PER_DAY = 2;
  private static final WorkingHours DEFAULT_HOURS =
      new WorkingHours(LocalTime.of(9, 0), LocalTime.of(18, 0));

  @Bean
  @Order(45)
  Setting workingHoursSetting() {
    return new Checked(
        HOURS, "查岗只在这段时间里，例如：09:00-18:00", DEFAULT_HOURS.toString(), CheckSettings::hours);
  }

  @Bean
  @Order(46)
  Setting lunchBreakSetting() {
    return new Checked(LUNCH, "这段时间不查岗，例如：12:00-13:30，或无", NONE, CheckSettings::lunch);
  }

  @Bean
  @Order(47)
  Setting rollCallsPerDaySetting() {
    return new Checked(PER_DAY, "每人每天最多被查岗几次，1到5，例如：2", "" + DEFAULT_PER_DAY, CheckSettings::count);
  }

  static WorkingHours workingHours(Organization organization) {
    return Optional.ofNullable(organization.settings().get(HOURS))
        .flatMap(WorkingHours::parse)
        .orElse(DEFAULT_HOURS);
  }

  static Optional<WorkingHours> lunchBreak(Organization organization) {
    return Optional.ofNullable(organization.settings().get(LUNCH)).flatMap(WorkingHours::parse);
  }

  /** The half of the working day: the morning ends with the beginning of 午休, else at 12:00. */
  static DayPart partOfDay(Organization organization, Instant at) {
    LocalTime noon = lunchBreak(organization).map(WorkingHours::from).orElse(LocalTime.NOON);
    LocalTime time = at.atZone(organization.businessDay().zone()).toLocalTime();
    return time.isBefore(noon) ? DayPart.MORNING : DayPart.AFTERNOON;
  }

  /** How often a day one person may be asked. */
  static int perDay(Organization organization) {
    return Integer.parseInt(organization.settings().getOrDefault(PER_DAY, "" + DEFAULT_PER_DAY));
  }

  private static String hours(String typed) {
    return WorkingHours.parse(typed)
        .map(WorkingHours::toString)
        .orElseThrow(() -> new CommandRejectedException("工作时间没看懂。请这样写：设置 工作时间 09:00-18:00"));
  }

  private static String lunch(String typed) {
    if (typed.strip().equals(NONE) || typed.strip().equals("关")) {
      return NONE;
    }
    return WorkingHours.parse(typed)
        .map(WorkingHours::toString)
        .orElseThrow(() -> new CommandRejectedException("午休没看懂。请这样写：设置 午休 12:00-13:30"));
  }

  private static String count(String typed) {
    if (typed.strip().matches("[1-5]")) {
      return typed.strip();
    }
    throw new CommandRejectedException("查岗次数是1到5。请这样写：设置 查岗次数 2");
  }

  private record Checked(
      String name, String description, String standard, UnaryOperator<String> check)
      implements Setting {

    @Override
    public String show(Organization organization) {
      return organization.settings().getOrDefault(name, standard);
    }

    @Override
    public String parse(String typed) {
      return check.apply(typed);
    }
  }
}
