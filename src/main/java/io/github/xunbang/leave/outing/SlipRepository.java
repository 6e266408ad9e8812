package io.github.xunbang.leave.outing;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.storage.FieldCipher;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Reads and guarded writes of visit slips, by {@code _id} only; phones are stored encrypted. */
@Repository
class SlipRepository {

  private static final int TRIES = 50;

  private final MongoTemplate mongo;
  private final FieldCipher cipher;

  SlipRepository(MongoTemplate mongo, FieldCipher cipher) {
    this.mongo = mongo;
    this.cipher = cipher;
  }

  /** The member's months that exist, in one read. */
  List<SlipMonth> months(Collection<SlipKey> keys) {
    List<String> ids = keys.stream().map(SlipKey::id).toList();
    return mongo.find(query(where("_id").in(ids)), SlipDocument.class).stream()
        .map(stored -> stored.toMonth(cipher::decrypt))
        .toList();
  }

  /** Of each member the month that exists; {@code keys} are of one month. */
  Map<String, SlipMonth> find(Collection<SlipKey> keys) {
    List<String> ids = keys.stream().map(SlipKey::id).toList();
    Map<String, SlipMonth> found = new HashMap<>();
    mongo
        .find(query(where("_id").in(ids)), SlipDocument.class)
        .forEach(stored -> found.put(stored.memberId(), stored.toMonth(cipher::decrypt)));
    return found;
  }

  /** Applies {@code change} to what is stored; writes only when something changed. */
  SlipMonth update(SlipKey key, UnaryOperator<SlipMonth> change) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      SlipDocument stored = mongo.findById(key.id(), SlipDocument.class);
      SlipMonth before = stored == null ? SlipMonth.EMPTY : stored.toMonth(cipher::decrypt);
      SlipMonth after = change.apply(before);
      if (after.equals(before)) {
        return before;
      }
      long revision = stored == null ? 1 : stored.revision() + 1;
      if (written(stored, SlipDocument.of(key, revision, after, cipher::encrypt))) {
        return after;
      }
    }
    throw new OptimisticLockingFailureException("Outings change all the time: " + key.id());
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), SlipDocument.class);
  }

  private boolean written(@Nullable SlipDocument stored, SlipDocument next) {
    if (stored == null) {
      return inserted(next);
    }
    return mongo
            .replace(
                query(where("_id").is(stored.id()).and("revision").is(stored.revision())), next)
            .getMatchedCount()
        == 1;
  }

  private boolean inserted(SlipDocument document) {
    try {
      mongo.insert(document);
      return true;
    } catch (DuplicateKeyException faster) {
      return false;
    }
  }
}
