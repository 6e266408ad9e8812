package io.github.xunbang.leave.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.storage.GuardedDocuments;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Reads and guarded writes of members' leave, by {@code _id} only. */
@Repository
class LeaveRepository {

  private final MongoTemplate mongo;
  private final GuardedDocuments<LeaveDocument, LeaveYear> documents;

  LeaveRepository(MongoTemplate mongo) {
    this.mongo = mongo;
    documents =
        new GuardedDocuments<>(mongo, LeaveDocument.class, LeaveDocument::toYear, LeaveYear.EMPTY);
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
    return documents.find(id(organizationId, memberId, year));
  }

  /** Applies {@code change} to what is stored; writes only when something changed. */
  LeaveYear update(
      String organizationId, String memberId, int year, UnaryOperator<LeaveYear> change) {
    String id = id(organizationId, memberId, year);
    return documents.update(
        id, change, (after, revision) -> LeaveDocument.of(id, organizationId, revision, after));
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), LeaveDocument.class);
  }

  private static String id(String organizationId, String memberId, int year) {
    return organizationId + "|" + memberId + "|" + year;
  }
}
