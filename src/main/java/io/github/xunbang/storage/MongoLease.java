package io.github.xunbang.storage;

import com.mongodb.client.result.UpdateResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * A lease is one document, {@code _id} = name. The upsert matches it only when it is ours or has
 * run out; otherwise the insert it falls back to hits the {@code _id} of the present holder.
 */
final class MongoLease implements Lease {

  private static final String COLLECTION = "leases";

  private final MongoTemplate mongo;
  private final Clock realTime;
  private final String owner;

  /** Leases of a new instance; each instance names itself anew at start. */
  MongoLease(MongoTemplate mongo, Clock realTime) {
    this.mongo = mongo;
    this.realTime = realTime;
    this.owner = UUID.randomUUID().toString();
  }

  @Override
  public boolean acquire(String name, Duration validity) {
    Instant now = realTime.instant();
    Query free =
        Query.query(
            Criteria.where("_id")
                .is(name)
                .orOperator(
                    Criteria.where("owner").is(owner), Criteria.where("validUntil").lte(now)));
    Update take = new Update().set("owner", owner).set("validUntil", now.plus(validity));
    try {
      UpdateResult result = mongo.upsert(free, take, COLLECTION);
      return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
    } catch (DuplicateKeyException heldByAnother) {
      return false;
    }
  }

  @Override
  public void release(String name) {
    Query mine = Query.query(Criteria.where("_id").is(name).and("owner").is(owner));
    mongo.remove(mine, COLLECTION);
  }
}
