package io.github.xunbang.task.internal;

import io.github.xunbang.message.Conversation;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One note: the truth. {@code revision} guards each write; dates are ISO text, so that no zone can
 * shift them.
 *
 * @param id organization, a bar, letter and number: {@code o1|T3}
 */
@Document("task_notes")
record NoteDocument(
    @Id String id,
    String organizationId,
    long revision,
    NoteKind kind,
    int number,
    @Nullable String authorId,
    @Nullable String ownerId,
    String subject,
    String text,
    String day,
    @Nullable String due,
    @Nullable String dueTime,
    @Nullable String channel,
    @Nullable String conversationId,
    boolean group,
    Note.State state,
    @Nullable List<NoteAct> acts) {

  static String id(String organizationId, NoteKind kind, int number) {
    return organizationId + "|" + kind.letter() + number;
  }

  static NoteDocument of(Note note, long revision) {
    Conversation saidIn = note.saidIn();
    return new NoteDocument(
        id(note.organizationId(), note.kind(), note.number()),
        note.organizationId(),
        revision,
        note.kind(),
        note.number(),
        note.authorId(),
        note.ownerId(),
        note.subject(),
        note.text(),
        note.day().toString(),
        note.due() == null ? null : note.due().toString(),
        note.dueTime() == null ? null : note.dueTime().toString(),
        saidIn == null ? null : saidIn.channel(),
        saidIn == null ? null : saidIn.id(),
        saidIn != null && saidIn.isGroup(),
        note.state(),
        note.acts());
  }

  Note toNote() {
    return new Note(
        organizationId,
        kind,
        number,
        authorId,
        ownerId,
        subject,
        text,
        LocalDate.parse(day),
        due == null ? null : LocalDate.parse(due),
        dueTime == null ? null : LocalTime.parse(dueTime),
        conversation(),
        state,
        acts == null ? List.of() : acts);
  }

  private @Nullable Conversation conversation() {
    if (channel == null || conversationId == null) {
      return null;
    }
    return group
        ? Conversation.group(channel, conversationId)
        : Conversation.privateChat(channel, conversationId);
  }
}
