package io.github.xunbang.approval.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.command.Caller;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Reads and guarded writes of the questions of one person in one conversation. */
@Repository
class QuestionsRepository {

  private static final int TRIES = 50;

  private final MongoTemplate mongo;

  QuestionsRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  Questions find(Caller caller) {
    QuestionsDocument document = mongo.findById(id(caller), QuestionsDocument.class);
    return document == null ? Questions.NONE : document.toQuestions();
  }

  /** Applies {@code change} to what is stored; writes only when something changed. */
  Questions update(Caller caller, UnaryOperator<Questions> change) {
    String id = id(caller);
    String organization = caller.organizationId();
    for (int attempt = 0; attempt < TRIES; attempt++) {
      QuestionsDocument stored = mongo.findById(id, QuestionsDocument.class);
      Questions before = stored == null ? Questions.NONE : stored.toQuestions();
      Questions after = change.apply(before);
      if (after.equals(before)) {
        return before;
      }
      boolean written =
          stored == null
              ? inserted(QuestionsDocument.of(id, organization, 1, after))
              : replaced(
                  stored, QuestionsDocument.of(id, organization, stored.revision() + 1, after));
      if (written) {
        return after;
      }
    }
    throw new OptimisticLockingFailureException("Open questions change all the time: " + id);
  }

  /** Forgets what was asked in an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), QuestionsDocument.class);
  }

  private boolean inserted(QuestionsDocument document) {
    try {
      mongo.insert(document);
      return true;
    } catch (DuplicateKeyException faster) {
      return false;
    }
  }

  private boolean replaced(QuestionsDocument stored, QuestionsDocument next) {
    return mongo
            .replace(
                query(where("_id").is(stored.id()).and("revision").is(stored.revision())), next)
            .getMatchedCount()
        == 1;
  }

  private static String id(Caller caller) {
    return caller.conversation().key() + "|" + caller.identity();
  }
}
