package io.github.xunbang.customer.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.storage.GuardedDocuments;
import java.util.function.UnaryOperator;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Reads and guarded writes of an organization's dispatch forms, by {@code _id} only. */
@Repository
class DispatchRepository {

  private final MongoTemplate mongo;
  private final GuardedDocuments<DispatchBookDocument, DispatchBook> documents;

  DispatchRepository(MongoTemplate mongo) {
    this.mongo = mongo;
    documents =
        new GuardedDocuments<>(
            mongo, DispatchBookDocument.class, DispatchBookDocument::toBook, DispatchBook.NONE);
  }

  DispatchBook find(String organizationId) {
    return documents.find(organizationId);
  }

  /** Applies {@code change} to what is stored; writes only when something changed. */
  DispatchBook update(String organizationId, UnaryOperator<DispatchBook> change) {
    return documents.update(
        organizationId,
        change,
        (after, revision) -> DispatchBookDocument.of(organizationId, revision, after));
  }

  /** Forgets an organization that is gone. */
  void delete(String organizationId) {
    mongo.remove(query(where("_id").is(organizationId)), DispatchBookDocument.class);
  }
}
