package io.github.xunbang.incentive.register;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.storage.GuardedDocuments;
import java.util.function.UnaryOperator;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Probations, one document per organization. */
@Repository
class ProbationRepository {

  private final MongoTemplate mongo;
  private final GuardedDocuments<ProbationDocument, ProbationBook> documents;

  ProbationRepository(MongoTemplate mongo) {
    this.mongo = mongo;
    documents =
        new GuardedDocuments<>(
            mongo, ProbationDocument.class, ProbationDocument::toBook, ProbationBook.EMPTY);
  }

  ProbationBook find(String organizationId) {
    return documents.find(organizationId);
  }

  /** Applies {@code change} to what is stored; writes only when something changed. */
  ProbationBook change(String organizationId, UnaryOperator<ProbationBook> change) {
    return documents.update(
        organizationId,
        change,
        (after, revision) -> ProbationDocument.of(organizationId, revision, after));
  }

  void delete(String organizationId) {
    mongo.remove(query(where("_id").is(organizationId)), ProbationDocument.class);
  }
}
