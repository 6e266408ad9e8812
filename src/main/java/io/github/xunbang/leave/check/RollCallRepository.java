package io.github.xunbang.leave.check;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Roll calls and their answers, by {@code _id} only; the first answer of a person stands. */
@Repository
class RollCallRepository {

  private static final int TRIES = 50;

  private final MongoTemplate mongo;

  RollCallRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  RollCallDay find(String organizationId, LocalDate day) {
    RollCallDocument stored = mongo.findById(id(organizationId, day), RollCallDocument.class);
    return stored == null ? RollCallDay.EMPTY : stored.toDay();
  }

  /** Applies {@code change} to what is stored; writes only when something changed. */
  RollCallDay update(String organizationId, LocalDate day, UnaryOperator<RollCallDay> change) {
    String id = id(organizationId, day);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      RollCallDocument stored = mongo.findById(id, RollCallDocument.class);
      RollCallDay before = stored == null ? RollCallDay.EMPTY : stored.toDay();
      RollCallDay after = change.apply(before);
      if (after.equals(before)) {
        return before;
      }
      long revision = stored == null ? 1 : stored.revision() + 1;
      if (written(stored, RollCallDocument.of(id, organizationId, revision, after))) {
        return after;
      }
    }
    throw new OptimisticLockingFailureException("Roll calls change all the time: " + id);
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

  private boolean written(@Nullable RollCallDocument stored, RollCallDocument next) {
    if (stored == null) {
      return inserted(next);
    }
    return mongo
            .replace(
                query(where("_id").is(stored.id()).and("revision").is(stored.revision())), next)
            .getMatchedCount()
        == 1;
  }

  private boolean inserted(RollCallDocument document) {
    try {
      mongo.insert(document);
      return true;
    } catch (DuplicateKeyException faster) {
      return false;
    }
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
