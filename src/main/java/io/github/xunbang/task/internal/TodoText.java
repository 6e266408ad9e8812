package io.github.xunbang.task.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How a 待办 is written in chat. */
final class TodoText {

  private static final int TEXT = 40;

  private TodoText() {}

  /** {@code 12月4日(周五) 18:00}. */
  static String due(LocalDate day, @Nullable LocalTime time) {
    return DateText.day(day) + (time == null ? "" : " " + time);
  }

  /** {@code 12月4日(周五) 18:00} of a stored one. */
  static String due(Note note) {
    return due(note.dueDay(), note.dueTime());
  }

  /** {@code T3 李四：12月4日(周五)前 回访王女士}. */
  static String withOwner(Organization organization, Note note) {
    return "%s %s：%s前 %s"
        .formatted(note.label(), Team.name(organization, note.owner()), due(note), text(note));
  }

  /** {@code T3 12月4日(周五)前 回访王女士（过期2天）}. */
  static String line(Note note, LocalDate today) {
    long late = ChronoUnit.DAYS.between(note.dueDay(), today);
    return "%s %s前 %s%s"
        .formatted(note.label(), due(note), text(note), late > 0 ? "（过期" + late + "天）" : "");
  }

  static String text(Note note) {
    return NoteText.shown(note.text(), TEXT);
  }
}
