package io.github.xunbang.incentive.settlement.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.incentive.settlement.internal.AwardNumbersDocument.Attempt;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Numbers of lines; a run that comes to nothing leaves a gap. */
@Repository
class AwardNumbersRepository {

  private final MongoTemplate mongo;

  AwardNumbersRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  /**
   * Gives this run as many numbers as it has lines and notes it until {@link #ended}.
   *
   * @return the register afterwards; the run's numbers are its last ones
   */
  AwardNumbersDocument reserve(String organizationId, Attempt attempt) {
    Update update = new Update().inc("last", attempt.count()).push("attempts", attempt);
    for (int tries = 0; ; tries++) {
      try {
        return Objects.requireNonNull(
            mongo.findAndModify(
                register(organizationId),
                update,
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                AwardNumbersDocument.class));
      } catch (DuplicateKeyException bothInserted) {
        if (tries > 1) {
          throw bothInserted;
        }
      }
    }
  }

  /** Forgets a run whose lines are either visible or deleted. */
  void ended(String organizationId, String attempt) {
    mongo.updateFirst(
        register(organizationId),
        new Update().pull("attempts", query(where("name").is(attempt))),
        AwardNumbersDocument.class);
  }

  void delete(String organizationId) {
    mongo.remove(register(organizationId), AwardNumbersDocument.class);
  }

  private static Query register(String organizationId) {
    return query(where("_id").is(organizationId));
  }
}
