package io.github.xunbang.task.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.command.CommandRejectedException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * The notes of this room. A note is stored first and listed second; what a crash leaves unlisted is
 * listed when its message is handled again. Open notes are found through one small document of
 * numbers per organization and kind, those of a period through one per month.
 */
@Component
class Notes {

  private static final String OPEN = "open";

  private final NoteRepository notes;
  private final MorningJobs mornings;

  Notes(NoteRepository notes, MorningJobs mornings) {
    this.notes = notes;
    this.mornings = mornings;
  }

  /**
   * Stores a note under the next number, or returns the one that {@code claim} stored before.
   *
   * @param claim what makes it the same note when it comes again: the message, or the report's day
   * @param note makes the note of that number
   */
  Note open(String organizationId, NoteKind kind, String claim, IntFunction<Note> note) {
    Note stored = notes.insert(note.apply(notes.number(organizationId, kind, claim)));
    notes.list(stored, YearMonth.from(stored.day()).toString());
    if (kind.waits() && stored.open()) {
      notes.list(stored, OPEN);
      mornings.plan(organizationId, kind);
    }
    return stored;
  }

  /** The note that {@code claim} stored. */
  Optional<Note> claimed(String organizationId, NoteKind kind, String claim) {
    return notes
        .claimed(organizationId, kind, claim)
        .flatMap(number -> notes.find(organizationId, kind, number));
  }

  /**
   * The note of that number.
   *
   * @throws CommandRejectedException when there is none
   */
  Note get(String organizationId, NoteKind kind, int number, String listWord) {
    return notes
        .find(organizationId, kind, number)
        .orElseThrow(
            () ->
                new CommandRejectedException(
                    "没有 %s%d，看现有的请发：%s".formatted(kind.letter(), number, listWord)));
  }

  /** Changes what is stored, durably; {@code change} may be applied again to a newer picture. */
  Note change(Note note, UnaryOperator<Note> change) {
    Note after = notes.update(note, change);
    if (!after.open()) {
      notes.unlist(after, OPEN);
    }
    return after;
  }

  /** Those that wait, by number. */
  List<Note> open(String organizationId, NoteKind kind) {
    return notes.openOnes(organizationId, kind);
  }

  /** Those said on a business day of the period, by number. */
  List<Note> of(String organizationId, NoteKind kind, Period period) {
    return notes.ofMonths(organizationId, kind, period.months()).stream()
        .filter(note -> period.contains(note.day()))
        .toList();
  }

  void delete(String organizationId) {
    notes.delete(organizationId);
  }
}
