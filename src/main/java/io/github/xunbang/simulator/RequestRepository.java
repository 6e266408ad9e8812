package io.github.xunbang.simulator;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Remembers message ids, so that a repeated one gets the same replies, also after a restart. */
@Repository
@ConditionalOnSimulator
class RequestRepository {

  private static final String ROUND_ID = "round";

  private final MongoTemplate mongo;

  RequestRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  Optional<RequestDocument> find(String messageId) {
    return Optional.ofNullable(mongo.findById(messageId, RequestDocument.class));
  }

  /** Whether the request is new; false when it is known, from another instance too. */
  boolean insert(RequestDocument request) {
    try {
      mongo.insert(request);
      return true;
    } catch (DuplicateKeyException known) {
      return false;
    }
  }

  void markAnswered(String messageId) {
    mongo.updateFirst(
        query(where("_id").is(messageId)), Update.update("answered", true), RequestDocument.class);
  }

  /** How often the simulator was reset. */
  long round() {
    @Nullable RoundDocument stored = mongo.findById(ROUND_ID, RoundDocument.class);
    return stored == null ? 0 : stored.count();
  }

  /** Forgets every message id and begins a new round. */
  void deleteAll() {
    mongo.upsert(
        query(where("_id").is(ROUND_ID)), new Update().inc("count", 1L), RoundDocument.class);
    mongo.remove(new Query(), RequestDocument.class);
  }

  /** Other rooms remember message ids too; a new round makes old ids new to them. */
  @Document("simulator_rounds")
  record RoundDocument(@Id String id, long count) {}
}
