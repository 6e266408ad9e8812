package io.github.xunbang.customer.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.storage.GuardedDocuments;
import java.util.function.UnaryOperator;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Reads and guarded writes of one member's call-backs, by {@code _id} only. */
@Repository
class CallBackRepository {

  private final MongoTemplate mongo;
  private final GuardedDocuments<CallBacksDocument, CallBacks> documents;

  CallBackRepository(MongoTemplate mongo) {
    this.mongo = mongo;
    documents =
        new GuardedDocuments<>(
            mongo, CallBacksDocument.class, CallBacksDocument::toCallBacks, CallBacks.NONE);
  }

  CallBacks find(String organizationId, String memberId) {
    return documents.find(id(organizationId, memberId));
  }

  /** Applies {@code change} to what is stored; writes only when something changed. */
  CallBacks update(String organizationId, String memberId, UnaryOperator<CallBacks> change) {
    String id = id(organizationId, memberId);
    return documents.update(
        id, change, (after, revision) -> CallBacksDocument.of(id, organizationId, revision, after));
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), CallBacksDocument.class);
  }

  private static String id(String organizationId, String memberId) {
    return organizationId + "|" + memberId;
  }
}
