package io.github.xunbang.digest.morning;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.storage.GuardedDocuments;
import java.util.function.UnaryOperator;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Reads and guarded writes of digest books, one document per organization. */
@Repository
class DigestBookRepository {

  private final MongoTemplate mongo;
  private final GuardedDocuments<DigestBookDocument, DigestBook> documents;

  DigestBookRepository(MongoTemplate mongo) {
    this.mongo = mongo;
    documents =
        new GuardedDocuments<>(
            mongo, DigestBookDocument.class, DigestBookDocument::toBook, DigestBook.EMPTY);
  }

  DigestBook find(String organizationId) {
    return documents.find(organizationId);
  }

  /** Applies {@code change} to what is stored; writes only when something changed. */
  DigestBook update(String organizationId, UnaryOperator<DigestBook> change) {
    return documents.update(
        organizationId,
        change,
        (after, revision) -> DigestBookDocument.of(organizationId, revision, after));
  }

  /** Forgets an organization that is gone. */
  void delete(String organizationId) {
    mongo.remove(query(where("_id").is(organizationId)), DigestBookDocument.class);
  }
}
