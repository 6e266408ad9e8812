package io.github.xunbang.quarter;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Every post of the quarter, worked out from the script and the timetable of design section 7 by
 * plain loops; shares no code with the service.
 */
final class Expectation {

  static final String ALL = "大群";
  static final String UNIT = "一组群";

  /** A post: when, in which group or whose private chat, and its words. */
  record Post(LocalDateTime at, String where, String text) {}

  private final List<Post> posts = new ArrayList<>();

  static List<Post> of(Script script) {
    Expectation expected = new Expectation();
    Tally tally = new Tally(script);
    Boards boards = new Boards(script, tally);
    Mornings mornings = new Mornings(script, tally, boards);
    Evenings evenings = new Evenings(script, tally);
    Reports reports = new Reports(script, tally, boards);
    Private own = new Private(script, tally, boards);
    Recoveries recoveries = new Recoveries(script, tally);
    Trainers trainers = new Trainers(script, tally);
    Hardships hardships = new Hardships(tally, boards, recoveries);
    Packs packs = new Packs(tally, reports, recoveries, trainers);
    for (LocalDate day = Script.FIRST.plusDays(1);
        !day.isAfter(Script.NEW_YEAR);
        day = day.plusDays(1)) {
      mornings.of(day, expected.posts);
      boards.of(day, expected.posts);
      reports.of(day, expected.posts);
      packs.of(day, expected.posts);
      own.of(day, expected.posts);
      recoveries.of(day, expected.posts);
      trainers.of(day, expected.posts);
      hardships.of(day, expected.posts);
      if (!day.equals(Script.NEW_YEAR)) {
        mornings.ask(day, expected.posts);
        evenings.of(day, expected.posts);
      }
    }
    return expected.posts;
  }

  /** What a group looks at: the unit, or null for everything. */
  static String unitOf(String group) {
    return group.equals(UNIT) ? "一组" : null;
  }

  static final List<String> GROUPS = List.of(ALL, UNIT);
}
