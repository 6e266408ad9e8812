package io.github.xunbang.organization;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of post that the bot makes by itself (design section 7). Rooms implement it as a bean;
 * it then stands in 设置 with its times, {@code 设置 晨会 08:15} moves it, {@code 打开} and {@code 关闭}
 * switch it, 暂停 holds all of them. {@link AutoPosts} says when one is due.
 */
public interface AutoPost {

  /** What people type, Chinese, without blanks, unique among settings: {@code 晨会}. */
  String name();

  /** Other words that people type for it. */
  default List<String> aliases() {
    return List.of();
  }

  /** When and what for, one short Chinese line. */
  String description();

  /** The default times of a day, in order, never on :00 or :30; at least one. */
  List<LocalTime> times();

  /**
   * The times at which it really comes in this organization: boards never before their closing.
   *
   * @param set what was set in chat, or null while nothing was
   */
  default List<LocalTime> times(Organization organization, @Nullable List<LocalTime> set) {
    return set == null ? times() : set;
  }

  /** Whether it is on until somebody switches it off. */
  default boolean onByDefault() {
    return true;
  }

  /**
   * Whether it is due on this calendar day at this time of the organization's timetable; for
   * reminders and digests the organization's workdays, for packs their date.
   */
  boolean isDue(Organization organization, LocalDate day, LocalTime time);
}
