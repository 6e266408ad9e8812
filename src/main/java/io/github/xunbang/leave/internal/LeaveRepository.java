package io.github.xunbang.leave.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Reads and guarded writes of members' leave, by {@code _id} only. */
@Repository
class LeaveRepository {

  private static final int TRIES = 50;

  private final MongoTemplate mongo;

  LeaveRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  /**
   * All leave of the member that begins in the year of {@code day} or a year beside it, in order of
   * its first day; no leave is longer than two months, so none that matters is missing.
   */
  List<Leave> around(String organizationId, String memberId, LocalDate day) {
    List<String> ids =
        IntStream.rangeClosed(day.getYear() - 1, day.getYear() + 1)
            .mapToObj(year -> id(organizationId, memberId, year))
            .toList();
    return mongo.find(query(where("_id").in(ids)), LeaveDocument.class).stream()
        .flatMap(document -> document.toYear().leaves().stream())
        .sorted(Comparator.comparing(Leave::first).thenComparing(Leave::id))
        .toList();
  }

  LeaveYear find(String organizationId, String memberId, int year) {
    LeaveDocument stored = mongo.findById(id(organizationId, memberId, year), LeaveDocument.class);
    return stored == null ? LeaveYear.EMPTY : stored.toYear();
  }

  /** Applies {@code change} to what is stored; writes only when something changed. */
  LeaveYear update(
      String organizationId, String memberId, int year, UnaryOperator<LeaveYear> change) {
    String id = id(organizationId, memberId, year);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      LeaveDocument stored = mongo.findById(id, LeaveDocument.class);
      LeaveYear before = stored == null ? LeaveYear.EMPTY : stored.toYear();
      LeaveYear after = change.apply(before);
      if (after.equals(before)) {
        return before;
      }
      long revision = stored == null ? 1 : stored.revision() + 1;
      if (written(stored, LeaveDocument.of(id, organizationId, revision, after))) {
        return after;
      }
    }
    throw new OptimisticLockingFailureException("Leave changes all the time: " + id);
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), LeaveDocument.class);
  }

  private boolean written(@Nullable LeaveDocument stored, LeaveDocument next) {
    if (stored == null) {
      return inserted(next);
    }
    return mongo
            .replace(
                query(where("_id").is(stored.id()).and("revision").is(stored.revision())), next)
            .getMatchedCount()
        == 1;
  }

  private boolean inserted(LeaveDocument document) {
    try {
      mongo.insert(document);
      return true;
    } catch (DuplicateKeyException faster) {
      return false;
    }
  }

  private static String id(String organizationId, String memberId, int year) {
    return organizationId + "|" + memberId + "|" + year;
  }
}
