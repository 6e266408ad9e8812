package io.github.xunbang.leave.check;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.storage.GuardedDocuments;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Roll calls and their answers, by {@code _id} only; the first answer of a person stands. */
@Repository
class RollCallRepository {

  private final MongoTemplate mongo;
  private final GuardedDocuments<RollCallDocument, RollCallDay> documents;

  RollCallRepository(MongoTemplate mongo) {
    this.mongo = mongo;
    documents =
        new GuardedDocuments<>(
            mongo, RollCallDocument.class, RollCallDocument::toDay, RollCallDay.EMPTY);
  }

  RollCallDay find(String organizationId, LocalDate day) {
    return documents.find(id(organizationId, day));
  }

  /** Applies {@code change} to what is stored; writes only when something changed. */
  RollCallDay update(String organizationId, LocalDate day, UnaryOperator<RollCallDay> change) {
    String id = id(organizationId, day);
    return documents.update(
        id, change, (after, revision) -> RollCallDocument.of(id, organizationId, revision, after));
  }

  /** Stores the answer unless the person has answered; returns whether it did. */
  boolean answer(String organizationId, LocalDate day, RollCall call, RollCallAnswer answer) {
    try {
      mongo.insert(
          new RollCallAnswerDocument(
              answerId(organizationId, day, call, answer.memberId()),
              organizationId,
              answer.memberId(),
              answer.at(),
              answer.outing()));
      return true;
    } catch (DuplicateKeyException answered) {
      return false;
    }
  }

  Optional<RollCallAnswer> answer(
      String organizationId, LocalDate day, RollCall call, String memberId) {
    return Optional.ofNullable(
            mongo.findById(
                answerId(organizationId, day, call, memberId), RollCallAnswerDocument.class))
        .map(RollCallRepository::toAnswer);
  }

  /** All answers to the call. */
  List<RollCallAnswer> answers(String organizationId, LocalDate day, RollCall call) {
    List<String> ids =
        call.members().stream().map(member -> answerId(organizationId, day, call, member)).toList();
    return mongo.find(query(where("_id").in(ids)), RollCallAnswerDocument.class).stream()
        .map(RollCallRepository::toAnswer)
        .toList();
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), RollCallDocument.class);
    mongo.remove(query(where("organizationId").is(organizationId)), RollCallAnswerDocument.class);
  }

  private static RollCallAnswer toAnswer(RollCallAnswerDocument stored) {
    return new RollCallAnswer(stored.memberId(), stored.at(), stored.outing());
  }

  private static String id(String organizationId, LocalDate day) {
    return organizationId + "|" + day;
  }

  private static String answerId(
      String organizationId, LocalDate day, RollCall call, String memberId) {
    return id(organizationId, day) + "|" + call.number() + "|" + memberId;
  }
}
