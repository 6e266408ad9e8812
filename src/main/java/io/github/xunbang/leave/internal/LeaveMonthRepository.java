package io.github.xunbang.leave.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.storage.GuardedDocuments;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** The days off of an organization by month. */
@Repository
class LeaveMonthRepository {

  private final MongoTemplate mongo;
  private final GuardedDocuments<LeaveMonthDocument, Map<String, AwayDays>> documents;

  LeaveMonthRepository(MongoTemplate mongo) {
    this.mongo = mongo;
    documents =
        new GuardedDocuments<>(
            mongo, LeaveMonthDocument.class, LeaveMonthDocument::toDays, Map.of());
  }

  /** Member to days off. */
  Map<String, AwayDays> find(String organizationId, YearMonth month) {
    return documents.find(id(organizationId, month));
  }

  /**
   * Stores the member's days off. {@code days} reads the truth and is asked after this document was
   * read: whoever writes in between makes this write fail and ask again, so the last writer always
   * has seen the last truth.
   */
  void put(String organizationId, YearMonth month, String memberId, Supplier<AwayDays> days) {
    String id = id(organizationId, month);
    documents.update(
        id,
        before -> {
          Map<String, AwayDays> next = new TreeMap<>(before);
          AwayDays off = days.get();
          if (off.isEmpty()) {
            next.remove(memberId);
          } else {
            next.put(memberId, off);
          }
          return next;
        },
        (after, revision) -> LeaveMonthDocument.of(id, organizationId, revision, after));
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), LeaveMonthDocument.class);
  }

  private static String id(String organizationId, YearMonth month) {
    return organizationId + "|" + month;
  }
}
