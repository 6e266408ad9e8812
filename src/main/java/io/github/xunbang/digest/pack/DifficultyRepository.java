package io.github.xunbang.digest.pack;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.organization.OrganizationDeleted;
import io.github.xunbang.storage.GuardedDocuments;
import java.util.function.UnaryOperator;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Reads and guarded writes of difficulties, one document per organization. */
@Repository
class DifficultyRepository {

  private final MongoTemplate mongo;
  private final GuardedDocuments<DifficultyDocument, DifficultyBook> documents;

  DifficultyRepository(MongoTemplate mongo) {
    this.mongo = mongo;
    documents =
        new GuardedDocuments<>(
            mongo, DifficultyDocument.class, DifficultyDocument::toBook, DifficultyBook.EMPTY);
  }

  DifficultyBook find(String organizationId) {
    return documents.find(organizationId);
  }

  DifficultyBook update(String organizationId, UnaryOperator<DifficultyBook> change) {
    return documents.update(
        organizationId,
        change,
        (after, revision) ->
            new DifficultyDocument(organizationId, revision, after.asked(), after.said()));
  }

  /** Forgets organizations that the simulator has reset. */
  @EventListener
  void onDeleted(OrganizationDeleted deleted) {
    mongo.remove(query(where("_id").is(deleted.organizationId())), DifficultyDocument.class);
  }
}
