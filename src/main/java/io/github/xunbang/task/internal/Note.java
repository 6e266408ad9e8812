package io.github.xunbang.task.internal;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.task.internal.NoteAct.Kind;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One 求助, 建议, 竞品 or 待办.
 *
 * @param number counted per organization and kind; gaps are possible
 * @param authorId who said it, or null for an anonymous 建议
 * @param ownerId who has to act: the owner of a 待办, else null
 * @param subject the brand of a 竞品, else empty
 * @param text phone numbers masked, otherwise as typed
 * @param day business day on which it was said
 * @param due last business day of a 待办, else null
 * @param dueTime the hour on that day if one was named
 * @param saidIn where, or null for an anonymous 建议
 * @param acts everything that was done to it, oldest first
 */
record Note(
    String organizationId,
    NoteKind kind,
    int number,
    @Nullable String authorId,
    @Nullable String ownerId,
    String subject,
    String text,
    LocalDate day,
    @Nullable LocalDate due,
    @Nullable LocalTime dueTime,
    @Nullable Conversation saidIn,
    State state,
    List<NoteAct> acts) {

  /** Whether it still waits. */
  enum State {
    OPEN,
    DONE,
    CANCELLED
  }

  Note {
    acts = List.copyOf(acts);
  }

  /** {@code H3}. */
  String label() {
    return kind.letter() + number;
  }

  boolean open() {
    return state == State.OPEN;
  }

  /** Whether this message has already done something to it. */
  boolean knows(String messageKey) {
    return acts.stream().anyMatch(act -> act.messageKey().equals(messageKey));
  }

  /** The last act of that kind. */
  Optional<NoteAct> last(Kind act) {
    return acts.stream().filter(one -> one.kind() == act).reduce((first, next) -> next);
  }

  /** The author, for kinds that always have one. */
  String author() {
    return authorId == null ? "" : authorId;
  }

  /** Who has to do a 待办. */
  String owner() {
    return ownerId == null ? author() : ownerId;
  }

  /** The due day of a 待办; other notes are due on the day they were said. */
  LocalDate dueDay() {
    return due == null ? day : due;
  }

  /** The same note after {@code act}. */
  Note after(NoteAct act, State next) {
    return with(text, due, dueTime, next, act);
  }

  /** The same note with another text. */
  Note reworded(String newText, NoteAct act) {
    return with(newText, due, dueTime, state, act);
  }

  /** The same note with another due day. */
  Note moved(LocalDate newDue, @Nullable LocalTime newTime, NoteAct act) {
    return with(text, newDue, newTime, state, act);
  }

  private Note with(
      String newText,
      @Nullable LocalDate newDue,
      @Nullable LocalTime newTime,
      State next,
      NoteAct act) {
    List<NoteAct> appended = new ArrayList<>(acts);
    appended.add(act);
    return new Note(
        organizationId,
        kind,
        number,
        authorId,
        ownerId,
        subject,
        newText,
        day,
        newDue,
        newTime,
        saidIn,
        next,
        appended);
  }
}
