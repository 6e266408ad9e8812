package io.github.xunbang.template;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A demo team: who belongs to it, how it is set up, and what everybody reports. No clock, no store.
 */
interface DemoScript {

  /** The team's name, also that of its group. */
  String name();

  /** Everybody, the manager included. */
  List<DemoPerson> people();

  /** What the manager says in the group before anybody reports, in order. */
  List<String> setup();

  /** What the person reported on that day, absent on a day off or when it was forgotten. */
  Optional<DemoDay> day(DemoPerson person, LocalDate day);

  /** What is said in the group when the team is loaded. */
  List<DemoTeams.Line> linesOf(LocalDate today);

  /** A line that {@code name} says, under a key that is the same all day. */
  default DemoTeams.Line line(LocalDate today, int number, String name, String text) {
    DemoPerson speaker =
        people().stream().filter(person -> person.name().equals(name)).findFirst().orElseThrow();
    return new DemoTeams.Line(name() + "-" + today + "-" + number, speaker.user(), name, text);
  }
}
