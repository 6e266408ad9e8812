package io.github.xunbang.task.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Numbers of notes of one organization and kind: those that are open, or those of a month. They
 * only find notes by {@code _id}; the notes decide.
 *
 * @param id organization, letter and {@code open} or a month: {@code o1|T|open}, {@code
 *     o1|C|2026-12}; with letter alone the counter
 * @param last the last number given, in the counter only, else null
 */
@Document("task_lists")
record NoteListDocument(
    @Id String id,
    String organizationId,
    @Nullable Integer last,
    @Nullable List<Integer> numbers) {}
