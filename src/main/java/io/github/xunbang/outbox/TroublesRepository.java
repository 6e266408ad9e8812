package io.github.xunbang.outbox;

import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Troubles in MongoDB, one document per organization, changed under its revision. */
final class TroublesRepository {

  private static final int ATTEMPTS = 20;

  private final MongoTemplate mongo;

  TroublesRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  TroublesDocument find(String organizationId) {
    TroublesDocument stored = mongo.findById(organizationId, TroublesDocument.class);
    return stored == null ? TroublesDocument.none(organizationId) : stored;
  }

  /**
   * Applies {@code change}, again if somebody else was faster; the document after it. Nothing is
   * written when {@code change} returns what it was given.
   */
  TroublesDocument change(String organizationId, UnaryOperator<TroublesDocument> change) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      TroublesDocument before = find(organizationId);
      TroublesDocument after = change.apply(before);
      if (after == before || replaced(before, after)) {
        return after;
      }
    }
    throw new IllegalStateException("Troubles of " + organizationId + " change all the time");
  }

  private boolean replaced(TroublesDocument before, TroublesDocument after) {
    if (before.revision() == 0) {
      try {
        mongo.insert(after);
        return true;
      } catch (DuplicateKeyException faster) {
        return false;
      }
    }
    Criteria same = Criteria.where("_id").is(before.id()).and("revision").is(before.revision());
    return mongo.findAndReplace(Query.query(same), after) != null;
  }
}
