package io.github.xunbang.customer.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Reads and guarded writes of an organization's dispatch forms, by {@code _id} only. */
@Repository
class DispatchRepository {

  private static final int TRIES = 50;

  private final MongoTemplate mongo;

  DispatchRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  DispatchBook find(String organizationId) {
    DispatchBookDocument stored = mongo.findById(organizationId, DispatchBookDocument.class);
    return stored == null ? DispatchBook.NONE : stored.toBook();
  }

  /** Applies {@code change} to what is stored; writes only when something changed. */
  DispatchBook update(String organizationId, UnaryOperator<DispatchBook> change) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      DispatchBookDocument stored = mongo.findById(organizationId, DispatchBookDocument.class);
      DispatchBook before = stored == null ? DispatchBook.NONE : stored.toBook();
      DispatchBook after = change.apply(before);
      if (after.equals(before)) {
        return before;
      }
      long revision = stored == null ? 1 : stored.revision() + 1;
      if (written(stored, DispatchBookDocument.of(organizationId, revision, after))) {
        return after;
      }
    }
    throw new OptimisticLockingFailureException(
        "Dispatch forms change all the time: " + organizationId);
  }

  /** Forgets an organization that is gone. */
  void delete(String organizationId) {
    mongo.remove(query(where("_id").is(organizationId)), DispatchBookDocument.class);
  }

  private boolean written(@Nullable DispatchBookDocument stored, DispatchBookDocument next) {
    if (stored == null) {
      return inserted(next);
    }
    return mongo
            .replace(
                query(where("_id").is(stored.id()).and("revision").is(stored.revision())), next)
            .getMatchedCount()
        == 1;
  }

  private boolean inserted(DispatchBookDocument document) {
    try {
      mongo.insert(document);
      return true;
    } catch (DuplicateKeyException faster) {
      return false;
    }
  }
}
