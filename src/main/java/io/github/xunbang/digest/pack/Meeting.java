package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.Period;
import java.time.LocalDate;
import java.util.List;

/**
 * A meeting that a pack is for.
 *
 * @param title in brackets
 * @param agenda one line
 * @param period what is looked back on
 * @param day when it is
 * @param since from which day on what people said of their difficulties belongs to it
 * @param own lines of this meeting alone, below the agenda: who trains, who attends
 */
record Meeting(
    String title, String agenda, Period period, LocalDate day, LocalDate since, List<String> own) {

  Meeting {
    own = List.copyOf(own);
  }

  Meeting with(List<String> lines) {
    return new Meeting(title, agenda, period, day, since, lines);
  }
}
