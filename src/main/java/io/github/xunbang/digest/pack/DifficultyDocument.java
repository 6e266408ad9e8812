package io.github.xunbang.digest.pack;

import io.github.xunbang.storage.GuardedDocument;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A {@link DifficultyBook}.
 *
 * @param id the organization's id
 * @param revision guards the write
 */
@Document("difficulties")
record DifficultyDocument(
    @Id String id, long revision, List<DifficultyBook.Asked> asked, List<DifficultyBook.Said> said)
    implements GuardedDocument {

  DifficultyBook toBook() {
    return new DifficultyBook(asked, said);
  }
}
