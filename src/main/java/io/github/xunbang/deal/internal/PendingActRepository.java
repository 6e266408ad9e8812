package io.github.xunbang.deal.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Acts on their way into deal and ledger. Nearly always empty, so it may be scanned. */
@Repository
class PendingActRepository {

  private final MongoTemplate mongo;

  PendingActRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  void put(PendingActDocument act) {
    mongo.save(act);
  }

  /** All of an organization; of every organization for null. */
  List<PendingActDocument> all(@Nullable String organizationId) {
    Query wanted =
        organizationId == null ? new Query() : query(where("organizationId").is(organizationId));
    return mongo.find(wanted, PendingActDocument.class);
  }

  void delete(PendingActDocument act) {
    mongo.remove(query(where("_id").is(act.id())), PendingActDocument.class);
  }

  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), PendingActDocument.class);
  }
}
