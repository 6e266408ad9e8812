package io.github.xunbang.digest.pack;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.digest.pack.RecoveryDocument.Round;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Reads and guarded writes of one small document per organization, by {@code _id} only. */
@Repository
class RecoveryRepository {

  private static final int TRIES = 50;

  private final MongoTemplate mongo;

  RecoveryRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  /** The rounds, oldest first. */
  List<Round> rounds(String organizationId) {
    RecoveryDocument stored = mongo.findById(organizationId, RecoveryDocument.class);
    return stored == null ? List.of() : stored.rounds();
  }

  /** Applies {@code change}, again to what somebody faster wrote; equal rounds write nothing. */
  void change(String organizationId, UnaryOperator<List<Round>> change) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      RecoveryDocument stored = mongo.findById(organizationId, RecoveryDocument.class);
      List<Round> before = stored == null ? List.of() : stored.rounds();
      List<Round> after = change.apply(before);
      if (after.equals(before) || written(organizationId, stored, after)) {
        return;
      }
    }
    throw new OptimisticLockingFailureException(
        "Recoveries change all the time: " + organizationId);
  }

  /** Forgets an organization; only for simulated ones. */
  void delete(String organizationId) {
    mongo.remove(query(where("_id").is(organizationId)), RecoveryDocument.class);
  }

  private boolean written(
      String organizationId, @Nullable RecoveryDocument stored, List<Round> after) {
    if (stored == null) {
      try {
        mongo.insert(new RecoveryDocument(organizationId, 1, after));
        return true;
      } catch (DuplicateKeyException faster) {
        return false;
      }
    }
    return mongo
            .replace(
                query(where("_id").is(organizationId).and("revision").is(stored.revision())),
                new RecoveryDocument(organizationId, stored.revision() + 1, after))
            .getMatchedCount()
        == 1;
  }
}
