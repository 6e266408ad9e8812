package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.StatutoryTable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an organization's settings say about workdays; made once, asked for every day counted. */
final class WorkRules {

  private static final Optional<Boolean> WORKED = Optional.of(true);
  private static final Optional<Boolean> OFF = Optional.of(false);

  private final Set<LocalDate> off;
  private final Set<LocalDate> on;
  private final boolean statutory;
  private final boolean everyDay;
  private final boolean[] worked = new boolean[8];

  private WorkRules(WorkWeek week, Set<LocalDate> off, Set<LocalDate> on) {
    this.off = off;
    this.on = on;
    this.statutory = week.equals(WorkWeek.STATUTORY);
    this.everyDay = week.isEveryDay();
    week.weekdays().forEach(weekday -> worked[weekday] = true);
  }

  /** The rules of these settings. */
  static WorkRules of(Map<String, String> settings) {
    return new WorkRules(
        WorkWeekSetting.week(settings),
        new HashSet<>(DaySet.of(settings.getOrDefault(ExtraDaysOffSetting.NAME, "")).days()),
        new HashSet<>(DaySet.of(settings.getOrDefault(ExtraWorkdaysSetting.NAME, "")).days()));
  }

  /**
   * Whether {@code day} is worked, absent where the statutory calendar decides. A team that works
   * every day ignores that calendar: its people rest by 轮休.
   */
  Optional<Boolean> works(LocalDate day) {
    if (on.contains(day)) {
      return WORKED;
    }
    if (off.contains(day)) {
      return OFF;
    }
    if (everyDay) {
      return WORKED;
    }
    if (statutory || StatutoryTable.entry(day).isPresent()) {
      return Optional.empty();
    }
    return worked[day.getDayOfWeek().getValue()] ? WORKED : OFF;
  }
}
