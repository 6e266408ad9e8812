package io.github.xunbang.incentive.register;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.storage.GuardedDocuments;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Sheets, one document per organization, and marks, found by {@code _id} lists from the roster. */
@Repository
class ScoreRepository {

  private final MongoTemplate mongo;
  private final GuardedDocuments<ScoreSheetsDocument, List<ScoreSheet>> sheets;
  private final GuardedDocuments<MarksDocument, List<Mark>> marks;

  ScoreRepository(MongoTemplate mongo) {
    this.mongo = mongo;
    sheets =
        new GuardedDocuments<>(
            mongo, ScoreSheetsDocument.class, ScoreSheetsDocument::toSheets, List.of());
    marks = new GuardedDocuments<>(mongo, MarksDocument.class, MarksDocument::toMarks, List.of());
  }

  List<ScoreSheet> sheets(String organizationId) {
    return sheets.find(organizationId);
  }

  /** Applies {@code change} to what is stored; writes only when something changed. */
  void changeSheets(String organizationId, UnaryOperator<List<ScoreSheet>> change) {
    sheets.update(
        organizationId,
        change,
        (after, revision) -> ScoreSheetsDocument.of(organizationId, revision, after));
  }

  /** Appends the mark; the same message appends once. */
  void append(String organizationId, String sheet, Period period, String memberId, Mark mark) {
    String id = id(organizationId, sheet, period, memberId);
    marks.update(
        id,
        stored -> with(stored, mark),
        (after, revision) -> new MarksDocument(id, organizationId, memberId, revision, after));
  }

  /** The marks of a period, oldest first, by member id. */
  Map<String, List<Mark>> marks(
      String organizationId, String sheet, Period period, Collection<String> memberIds) {
    List<String> ids =
        memberIds.stream().map(member -> id(organizationId, sheet, period, member)).toList();
    Map<String, List<Mark>> found = new HashMap<>();
    IdListRepository.find(mongo, ids, MarksDocument.class)
        .forEach(document -> found.put(document.memberId(), document.toMarks()));
    return found;
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("_id").is(organizationId)), ScoreSheetsDocument.class);
    mongo.remove(query(where("organizationId").is(organizationId)), MarksDocument.class);
  }

  private static List<Mark> with(List<Mark> stored, Mark mark) {
    if (stored.stream().anyMatch(one -> one.messageKey().equals(mark.messageKey()))) {
      return stored;
    }
    List<Mark> more = new ArrayList<>(stored);
    more.add(mark);
    return more;
  }

  private static String id(String organizationId, String sheet, Period period, String memberId) {
    return String.join(
        "|", organizationId, sheet, YearMonth.from(period.end()).toString(), memberId);
  }
}
