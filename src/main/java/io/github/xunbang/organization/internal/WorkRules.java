package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.StatutoryTable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an organization's settings say about workdays.
 *
 * @param week its weekdays
 * @param off extra days off
 * @param on extra workdays
 */
record WorkRules(WorkWeek week, Set<LocalDate> off, Set<LocalDate> on) {

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
      return Optional.of(true);
    }
    if (off.contains(day)) {
      return Optional.of(false);
    }
    if (week.isEveryDay()) {
      return Optional.of(true);
    }
    boolean statutory = week.equals(WorkWeek.STATUTORY) || StatutoryTable.entry(day).isPresent();
    return statutory
        ? Optional.empty()
        : Optional.of(week.weekdays().contains(day.getDayOfWeek().getValue()));
  }
}
