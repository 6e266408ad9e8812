package io.github.xunbang.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Something a manager sets in chat by 设置; rooms register their own as beans. */
public interface Setting {

  /**
   * The name people type, Chinese, without blanks; also the key in {@link Organization#settings()}.
   */
  String name();

  /** What it is for and what values look like, one short Chinese line. */
  String description();

  /** The value in force, as shown to people. */
  String show(Organization organization);

  /**
   * Checks what was typed and returns the text to store.
   *
   * @throws io.github.xunbang.command.CommandRejectedException with a line to type instead
   */
  String parse(String typed);

  /**
   * Like {@link #parse(String)}, for settings whose new value depends on the old one or on the day.
   *
   * @param organization as it is now
   * @param today business day of the message
   */
  default String parse(String typed, Organization organization, LocalDate today) {
    return parse(typed);
  }

  /**
   * What to store, by key, for settings of more than one value.
   *
   * @throws io.github.xunbang.command.CommandRejectedException with a line to type instead
   */
  default Map<String, String> changes(String typed, Organization organization, LocalDate today) {
    return Map.of(name(), parse(typed, organization, today));
  }

  /** Other words that people type for it. */
  default List<String> aliases() {
    return List.of();
  }
}
