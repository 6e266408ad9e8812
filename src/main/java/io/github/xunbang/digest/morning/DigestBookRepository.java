package io.github.xunbang.digest.morning;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Reads and guarded writes of digest books, one document per organization. */
@Repository
class DigestBookRepository {

  private static final int TRIES = 50;

  private final MongoTemplate mongo;

  DigestBookRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  DigestBook find(String organizationId) {
    DigestBookDocument stored = mongo.findById(organizationId, DigestBookDocument.class);
    return stored == null ? DigestBook.EMPTY : stored.toBook();
  }

  /** Applies {@code change} to what is stored; writes only when something changed. */
  DigestBook update(String organizationId, UnaryOperator<DigestBook> change) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      DigestBookDocument stored = mongo.findById(organizationId, DigestBookDocument.class);
      DigestBook before = stored == null ? DigestBook.EMPTY : stored.toBook();
      DigestBook after = change.apply(before);
      if (after.equals(before)) {
        return before;
      }
      long revision = stored == null ? 1 : stored.revision() + 1;
      if (written(stored, DigestBookDocument.of(organizationId, revision, after))) {
        return after;
      }
    }
    throw new OptimisticLockingFailureException("Digest book changes all the time");
  }

  /** Forgets an organization that is gone. */
  void delete(String organizationId) {
    mongo.remove(query(where("_id").is(organizationId)), DigestBookDocument.class);
  }

  private boolean written(@Nullable DigestBookDocument stored, DigestBookDocument next) {
    if (stored == null) {
      return inserted(next);
    }
    return mongo
            .replace(
                query(where("_id").is(stored.id()).and("revision").is(stored.revision())), next)
            .getMatchedCount()
        == 1;
  }

  private boolean inserted(DigestBookDocument document) {
    try {
      mongo.insert(document);
      return true;
    } catch (DuplicateKeyException faster) {
      return false;
    }
  }
}
