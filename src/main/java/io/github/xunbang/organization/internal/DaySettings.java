package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.BusinessDay;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/** The two settings that decide how an organization counts days, and what they make of it. */
final class DaySettings {

  static final String CLOSING_TIME = "封榜时间";
  static final String DAY_START = "日界";

  private DaySettings() {}

  /** Business day of the stored settings ({@code HH:mm}); what is not set has the default. */
  static BusinessDay businessDay(String zone, Map<String, String> settings) {
    return new BusinessDay(
        ZoneId.of(zone),
        time(settings, DAY_START, BusinessDay.DEFAULT.dayStart()),
        time(settings, CLOSING_TIME, BusinessDay.DEFAULT.closingTime()));
  }

  private static LocalTime time(Map<String, String> settings, String name, LocalTime otherwise) {
    String stored = settings.get(name);
    return stored == null ? otherwise : LocalTime.parse(stored);
  }
}
