package io.github.xunbang.reminder;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Last reminders, by {@code _id} only; of two who ask at once, one gets the turn. */
@Repository
class CoolDownRepository {

  private static final String AT = "at";
  private static final String MESSAGE_KEY = "messageKey";
  private static final String ORGANIZATION = "organizationId";

  private final MongoTemplate mongo;

  CoolDownRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  Optional<Instant> last(String organizationId, String scope) {
    return Optional.ofNullable(mongo.findById(id(organizationId, scope), CoolDownDocument.class))
        .map(CoolDownDocument::at);
  }

  /**
   * Takes the turn unless another message has since {@code freeSince}. The upsert that matches
   * nothing falls back to an insert, which meets the {@code _id} of whoever was faster.
   */
  boolean take(
      String organizationId, String scope, String messageKey, Instant now, Instant freeSince) {
    var free =
        where("_id")
            .is(id(organizationId, scope))
            .orOperator(
                where(MESSAGE_KEY).is(messageKey), where(AT).lte(freeSince), where(AT).gt(now));
    try {
      mongo.upsert(query(free), update(organizationId, now, messageKey), CoolDownDocument.class);
      return true;
    } catch (DuplicateKeyException taken) {
      return false;
    }
  }

  void put(String organizationId, String scope, Instant at) {
    mongo.upsert(
        query(where("_id").is(id(organizationId, scope))),
        update(organizationId, at, at.toString()),
        CoolDownDocument.class);
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where(ORGANIZATION).is(organizationId)), CoolDownDocument.class);
  }

  private static Update update(String organizationId, Instant at, String messageKey) {
    return new Update().set(ORGANIZATION, organizationId).set(AT, at).set(MESSAGE_KEY, messageKey);
  }

  private static String id(String organizationId, String scope) {
    return organizationId + "|" + scope;
  }
}
