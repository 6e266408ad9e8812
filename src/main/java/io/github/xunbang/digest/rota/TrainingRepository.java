package io.github.xunbang.digest.rota;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.organization.OrganizationDeleted;
import io.github.xunbang.storage.GuardedDocuments;
import java.util.function.UnaryOperator;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Reads and guarded writes of trainers, one document per organization. */
@Repository
class TrainingRepository {

  private final MongoTemplate mongo;
  private final GuardedDocuments<TrainingDocument, TrainingBook> documents;

  TrainingRepository(MongoTemplate mongo) {
    this.mongo = mongo;
    documents =
        new GuardedDocuments<>(
            mongo, TrainingDocument.class, TrainingDocument::toBook, TrainingBook.EMPTY);
  }

  TrainingBook find(String organizationId) {
    return documents.find(organizationId);
  }

  TrainingBook update(String organizationId, UnaryOperator<TrainingBook> change) {
    return documents.update(
        organizationId,
        change,
        (after, revision) -> new TrainingDocument(organizationId, revision, after.trainings()));
  }

  /** Forgets organizations that the simulator has reset. */
  @EventListener
  void onDeleted(OrganizationDeleted deleted) {
    mongo.remove(query(where("_id").is(deleted.organizationId())), TrainingDocument.class);
  }
}
