package io.github.xunbang.storage;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Documents that are read, changed and written back under their revision, so that two writers never
 * undo each other (design section 11). Repositories of values that fit into one document use it.
 *
 * @param <D> how it is stored; its revision is a field of that name
 * @param <V> what it holds
 */
public final class GuardedDocuments<D extends GuardedDocument, V> {

  private static final int TRIES = 50;

  private final MongoTemplate mongo;
  private final Class<D> type;
  private final Function<D, V> reading;
  private final V none;

  /**
   * Documents of one kind.
   *
   * @param reading from the stored document to its value
   * @param none the value while nothing is stored
   */
  public GuardedDocuments(MongoTemplate mongo, Class<D> type, Function<D, V> reading, V none) {
    this.mongo = mongo;
    this.type = type;
    this.reading = reading;
    this.none = none;
  }

  /** Makes the document to store. */
  @FunctionalInterface
  public interface Storing<D, V> {
    D document(V value, long revision);
  }

  /** The stored value, or the one for nothing. */
  public V find(String id) {
    return value(mongo.findById(id, type));
  }

  /**
   * Applies {@code change} to what is stored, again when somebody was faster; writes only when
   * something changed.
   *
   * @return what is stored afterwards
   * @throws OptimisticLockingFailureException when it changes all the time
   */
  public V update(String id, UnaryOperator<V> change, Storing<D, V> storing) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      D stored = mongo.findById(id, type);
      V before = value(stored);
      V after = change.apply(before);
      if (after.equals(before)) {
        return before;
      }
      long revision = stored == null ? 1 : stored.revision() + 1;
      if (written(stored, storing.document(after, revision))) {
        return after;
      }
    }
    throw new OptimisticLockingFailureException(
        type.getSimpleName() + " changes all the time: " + id);
  }

  private V value(@Nullable D stored) {
    return stored == null ? none : reading.apply(stored);
  }

  private boolean written(@Nullable D stored, D next) {
    if (stored == null) {
      return inserted(next);
    }
    return mongo
            .replace(
                query(where("_id").is(stored.id()).and("revision").is(stored.revision())), next)
            .getMatchedCount()
        == 1;
  }

  private boolean inserted(D document) {
    try {
      mongo.insert(document);
      return true;
    } catch (DuplicateKeyException faster) {
      return false;
    }
  }
}
