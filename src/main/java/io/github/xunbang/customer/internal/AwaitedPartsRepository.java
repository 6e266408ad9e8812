package io.github.xunbang.customer.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.command.Caller;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Who was asked for what; the last question of a person in a conversation counts. */
@Repository
class AwaitedPartsRepository {

  private final MongoTemplate mongo;

  AwaitedPartsRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  void ask(Caller caller, int number, Instant askedAt, Instant until) {
    mongo.save(
        new AwaitedPartDocument(id(caller), caller.organization(), number, askedAt, until, null));
  }

  Optional<AwaitedPartDocument> find(Caller caller) {
    return Optional.ofNullable(mongo.findById(id(caller), AwaitedPartDocument.class));
  }

  void answered(Caller caller, String messageKey) {
    mongo.updateFirst(
        query(where("_id").is(id(caller))),
        new Update().set("answeredBy", messageKey),
        AwaitedPartDocument.class);
  }

  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), AwaitedPartDocument.class);
  }

  private static String id(Caller caller) {
    return caller.organization() + "|" + caller.conversation().key() + "|" + caller.userId();
  }
}
