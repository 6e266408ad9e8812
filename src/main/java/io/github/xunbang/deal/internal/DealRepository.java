package io.github.xunbang.deal.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.deal.Deal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Reads and guarded writes of deals, by {@code _id} only. */
@Repository
class DealRepository {

  private final MongoTemplate mongo;

  DealRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  /**
   * What lies under a number.
   *
   * @param revision guards the next write; 0 when nothing is stored
   * @param deal null when the number is free or only fenced off
   */
  record Stored(long revision, @Nullable Deal deal) {}

  Stored read(String organizationId, int number) {
    DealDocument stored = mongo.findById(id(organizationId, number), DealDocument.class);
    return stored == null ? new Stored(0, null) : new Stored(stored.revision(), stored.toDeal());
  }

  Optional<Deal> find(String organizationId, int number) {
    return Optional.ofNullable(read(organizationId, number).deal());
  }

  /** The deals of these numbers, in no order; a free number is left out. */
  List<Deal> find(String organizationId, Collection<Integer> numbers) {
    List<String> ids = numbers.stream().map(number -> id(organizationId, number)).toList();
    return mongo.find(query(where("_id").in(ids)), DealDocument.class).stream()
        .map(DealDocument::toDeal)
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * Stores {@code deal} as the revision after {@code revision}.
   *
   * @return as stored, or empty when another writer, or a fence, came first
   */
  Optional<Deal> write(Deal deal, long revision) {
    String id = id(deal.organizationId(), deal.number());
    DealDocument next = DealDocument.of(id, deal, revision + 1);
    boolean written =
        revision == 0
            ? inserted(next)
            : mongo
                    .replace(query(where("_id").is(id).and("revision").is(revision)), next)
                    .getMatchedCount()
                == 1;
    return written ? Optional.ofNullable(next.toDeal()) : Optional.empty();
  }

  /**
   * Makes every write fail that was worked out before now, so that its writer works it out again:
   * what a closing has not seen must not enter the days that it froze.
   */
  void fence(String organizationId, int number) {
    String id = id(organizationId, number);
    Update next = new Update().inc("revision", 1);
    while (mongo.updateFirst(query(where("_id").is(id)), next, DealDocument.class).getMatchedCount()
        == 0) {
      inserted(new DealDocument(id, organizationId, number, 1, null));
    }
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), DealDocument.class);
  }

  private boolean inserted(DealDocument document) {
    try {
      mongo.insert(document);
      return true;
    } catch (DuplicateKeyException faster) {
      return false;
    }
  }

  private static String id(String organizationId, int number) {
    return organizationId + "|" + number;
  }
}
