package io.github.xunbang.leave.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** The days off of an organization by month. */
@Repository
class LeaveMonthRepository {

  private static final int TRIES = 50;

  private final MongoTemplate mongo;

  LeaveMonthRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  /** Member to days off. */
  Map<String, AwayDays> find(String organizationId, YearMonth month) {
    LeaveMonthDocument stored = mongo.findById(id(organizationId, month), LeaveMonthDocument.class);
    return stored == null ? Map.of() : stored.toDays();
  }

  /**
   * Stores the member's days off. {@code days} reads the truth and is asked after this document was
   * read: whoever writes in between makes this write fail and ask again, so the last writer always
   * has seen the last truth.
   */
  void put(String organizationId, YearMonth month, String memberId, Supplier<AwayDays> days) {
    String id = id(organizationId, month);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      LeaveMonthDocument stored = mongo.findById(id, LeaveMonthDocument.class);
      Map<String, AwayDays> next = new TreeMap<>(stored == null ? Map.of() : stored.toDays());
      AwayDays off = days.get();
      if (off.isEmpty()) {
        next.remove(memberId);
      } else {
        next.put(memberId, off);
      }
      long revision = stored == null ? 1 : stored.revision() + 1;
      if (written(stored, LeaveMonthDocument.of(id, organizationId, revision, next))) {
        return;
      }
    }
    throw new OptimisticLockingFailureException("Leave changes all the time: " + id);
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), LeaveMonthDocument.class);
  }

  private boolean written(@Nullable LeaveMonthDocument stored, LeaveMonthDocument next) {
    if (stored == null) {
      return inserted(next);
    }
    return mongo
            .replace(
                query(where("_id").is(stored.id()).and("revision").is(stored.revision())), next)
            .getMatchedCount()
        == 1;
  }

  private boolean inserted(LeaveMonthDocument document) {
    try {
      mongo.insert(document);
      return true;
    } catch (DuplicateKeyException faster) {
      return false;
    }
  }

  private static String id(String organizationId, YearMonth month) {
    return organizationId + "|" + month;
  }
}
