package io.github.xunbang.incentive.register;

import io.github.xunbang.storage.GuardedDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * All marks that one person got on one sheet for one period, oldest first.
 *
 * @param id organization, sheet, the month in which the period ends, and member, with bars between
 */
@Document("incentive_marks")
record MarksDocument(
    @Id String id,
    String organizationId,
    String memberId,
    long revision,
    @Nullable List<Mark> marks)
    implements GuardedDocument {

  List<Mark> toMarks() {
    return marks == null ? List.of() : marks;
  }
}
