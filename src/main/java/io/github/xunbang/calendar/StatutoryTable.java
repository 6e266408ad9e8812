package io.github.xunbang.calendar;

import com.tyme.holiday.LegalHoliday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The State Council's holidays and make-up workdays as tyme4j ships them. Its own look-up runs a
 * regular expression over the whole table for every day, far too slow to count workdays with, so
 * the table is read once.
 */
public final class StatutoryTable {

  private static final int RECORD = 13;
  private static final Map<LocalDate, Entry> ENTRIES = read(LegalHoliday.DATA);

  private StatutoryTable() {}

  /**
   * A day that differs from its weekday.
   *
   * @param name the holiday it belongs to: 春节
   * @param works whether it is a make-up workday
   */
  public record Entry(String name, boolean works) {}

  /** What the table says about {@code day}, empty for an ordinary day. */
  public static Optional<Entry> entry(LocalDate day) {
    return Optional.ofNullable(ENTRIES.get(day));
  }

  /** Whether {@code day} is worked: by the table, else Monday to Friday. */
  static boolean works(LocalDate day) {
    Entry entry = ENTRIES.get(day);
    return entry == null ? isWeekday(day) : entry.works();
  }

  /** Whether the holidays of {@code year} are in the table; National Day never misses. */
  static boolean knows(int year) {
    return ENTRIES.containsKey(LocalDate.of(year, 10, 1));
  }

  static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
  }

  /** Records of {@code yyyyMMdd}, 0 for a make-up workday, index of the name, distance. */
  private static Map<LocalDate, Entry> read(String data) {
    Map<LocalDate, Entry> entries = new HashMap<>();
    for (int at = 0; at + RECORD <= data.length(); at += RECORD) {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(data, at, at + 4, 10),
              Integer.parseInt(data, at + 4, at + 6, 10),
              Integer.parseInt(data, at + 6, at + 8, 10));
      String name = LegalHoliday.NAMES[data.charAt(at + 9) - '0'];
      entries.put(day, new Entry(name, data.charAt(at + 8) == '0'));
    }
    return entries;
  }
}
