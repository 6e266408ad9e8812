package io.github.xunbang.digest.rota;

import io.github.xunbang.storage.GuardedDocument;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A {@link TrainingBook}.
 *
 * @param id the organization's id
 * @param revision guards the write
 */
@Document("trainings")
record TrainingDocument(@Id String id, long revision, List<Training> trainings)
    implements GuardedDocument {

  TrainingBook toBook() {
    return new TrainingBook(trainings);
  }
}
