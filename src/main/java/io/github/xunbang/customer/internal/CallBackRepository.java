package io.github.xunbang.customer.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Reads and guarded writes of one member's call-backs, by {@code _id} only. */
@Repository
class CallBackRepository {

  private static final int TRIES = 50;

  private final MongoTemplate mongo;

  CallBackRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  CallBacks find(String organizationId, String memberId) {
    CallBacksDocument stored =
        mongo.findById(id(organizationId, memberId), CallBacksDocument.class);
    return stored == null ? CallBacks.NONE : stored.toCallBacks();
  }

  /** Applies {@code change} to what is stored; writes only when something changed. */
  CallBacks update(String organizationId, String memberId, UnaryOperator<CallBacks> change) {
    String id = id(organizationId, memberId);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      CallBacksDocument stored = mongo.findById(id, CallBacksDocument.class);
      CallBacks before = stored == null ? CallBacks.NONE : stored.toCallBacks();
      CallBacks after = change.apply(before);
      if (after.equals(before)) {
        return before;
      }
      long revision = stored == null ? 1 : stored.revision() + 1;
      if (written(stored, CallBacksDocument.of(id, organizationId, revision, after))) {
        return after;
      }
    }
    throw new OptimisticLockingFailureException("Call-backs change all the time: " + id);
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), CallBacksDocument.class);
  }

  private boolean written(@Nullable CallBacksDocument stored, CallBacksDocument next) {
    if (stored == null) {
      return inserted(next);
    }
    return mongo
            .replace(
                query(where("_id").is(stored.id()).and("revision").is(stored.revision())), next)
            .getMatchedCount()
        == 1;
  }

  private boolean inserted(CallBacksDocument document) {
    try {
      mongo.insert(document);
      return true;
    } catch (DuplicateKeyException faster) {
      return false;
    }
  }

  private static String id(String organizationId, String memberId) {
    return organizationId + "|" + memberId;
  }
}
