package io.github.xunbang.task.internal;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Which number a message got, so that handling it again opens nothing new.
 *
 * @param id organization, letter and what claims the number
 */
@Document("task_claims")
record NoteClaimDocument(@Id String id, String organizationId, int number) {}
