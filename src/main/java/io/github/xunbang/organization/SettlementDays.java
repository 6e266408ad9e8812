package io.github.xunbang.organization;

import io.github.xunbang.calendar.PeriodCalendar;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The stored form of setting 结算日: from which month on which day, {@code 2026-11=30,2027-02=0}; 0
 * means natural months (design section 4, S-57).
 *
 * @param byMonth from which month on which day
 */
public record SettlementDays(Map<YearMonth, Integer> byMonth) {

  /** The setting's name. */
  public static final String SETTING = "结算日";

  public SettlementDays {
    byMonth = Map.copyOf(byMonth);
  }

  /** What the settings of an organization say. */
  public static SettlementDays of(Map<String, String> settings) {
    String stored = settings.getOrDefault(SETTING, "");
    if (stored.isEmpty()) {
      return new SettlementDays(Map.of());
    }
    return new SettlementDays(
        Arrays.stream(stored.split(","))
            .map(pair -> pair.split("="))
            .collect(
                Collectors.toMap(
                    pair -> YearMonth.parse(pair[0]), pair -> Integer.valueOf(pair[1]))));
  }

  /** The text to store. */
  public String store() {
    return new TreeMap<>(byMonth)
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(","));
  }

  /** The calendar these days make. */
  public PeriodCalendar calendar() {
    return byMonth.isEmpty() ? PeriodCalendar.NATURAL : new PeriodCalendar(byMonth);
  }
}
