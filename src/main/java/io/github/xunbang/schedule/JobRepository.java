package io.github.xunbang.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Jobs in MongoDB. Every change of state is one guarded update, so instances cannot collide. */
final class JobRepository {

  private static final int BATCH = 1000;

  private final MongoTemplate mongo;
  private final String owner = UUID.randomUUID().toString();

  JobRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  /** Stores a new job; false when its id exists in whatever state. */
  boolean insert(JobDocument job) {
    try {
      mongo.insert(job);
      return true;
    } catch (DuplicateKeyException known) {
      return false;
    }
  }

  /** Deletes the job if it was never begun; returns whether it did. */
  boolean deleteUntouched(String id) {
    Query waiting = withState(id, JobState.SCHEDULED).addCriteria(Criteria.where("attempts").is(0));
    return mongo.remove(waiting, JobDocument.class).getDeletedCount() == 1;
  }

  /** Takes the job for this instance, unless another has it or it is over. */
  Optional<JobDocument> claim(String id, Instant realNow, Duration validity) {
    Query free =
        Query.query(
            Criteria.where("_id")
                .is(id)
                .orOperator(
                    Criteria.where("state").is(JobState.SCHEDULED), abandonedBefore(realNow)));
    Update take =
        new Update()
            .set("state", JobState.RUNNING)
            .set("owner", owner)
            .set("leaseUntil", realNow.plus(validity))
            .inc("attempts", 1);
    return Optional.ofNullable(
        mongo.findAndModify(
            free, take, FindAndModifyOptions.options().returnNew(true), JobDocument.class));
  }

  /** Tells other instances that these jobs are still being done. */
  void renew(Collection<String> ids, Instant leaseUntil) {
    Query ours = Query.query(Criteria.where("_id").in(ids).and("owner").is(owner));
    ours.addCriteria(Criteria.where("state").is(JobState.RUNNING));
    mongo.updateMulti(ours, new Update().set("leaseUntil", leaseUntil), JobDocument.class);
  }

  void markDone(String id, Instant businessNow) {
    change(id, new Update().set("state", JobState.DONE).set("finishedAt", businessNow));
  }

  void markDead(String id, Instant businessNow, String error) {
    Update dead = new Update().set("state", JobState.DEAD).set("lastError", error);
    change(id, dead.set("finishedAt", businessNow));
  }

  void markForRetry(String id, Instant nextTryAt, String error) {
    Update retry = new Update().set("state", JobState.SCHEDULED).set("lastError", error);
    change(id, retry.set("nextTryAt", nextTryAt));
  }

  private void change(String id, Update change) {
    Query ours = withState(id, JobState.RUNNING).addCriteria(Criteria.where("owner").is(owner));
    mongo.updateFirst(ours, change.unset("owner").unset("leaseUntil"), JobDocument.class);
  }

  /** All that waits or was left running by a process that is no more; for an embedded start. */
  List<JobDocument> unfinished() {
    Query running = Query.query(Criteria.where("state").is(JobState.RUNNING));
    Update waiting = new Update().set("state", JobState.SCHEDULED);
    mongo.updateMulti(running, waiting.unset("owner").unset("leaseUntil"), JobDocument.class);
    return mongo.find(
        Query.query(Criteria.where("state").is(JobState.SCHEDULED)), JobDocument.class);
  }

  /** Due or abandoned jobs of all instances, earliest first; needs the index on a server. */
  List<JobDocument> claimable(Instant businessNow, Instant realNow) {
    Criteria due = Criteria.where("state").is(JobState.SCHEDULED).and("dueAt").lte(businessNow);
    Query query = new Query(new Criteria().orOperator(due, abandonedBefore(realNow)));
    return mongo.find(query.with(Sort.by("dueAt")).limit(BATCH), JobDocument.class);
  }

  private static Criteria abandonedBefore(Instant realNow) {
    return new Criteria()
        .andOperator(
            Criteria.where("state").is(JobState.RUNNING),
            Criteria.where("leaseUntil").lte(realNow));
  }

  void deleteDoneBefore(Instant finishedAt) {
    Criteria old = Criteria.where("state").is(JobState.DONE).and("finishedAt").lt(finishedAt);
    mongo.remove(Query.query(old), JobDocument.class);
  }

  private static Query withState(String id, JobState state) {
    return Query.query(Criteria.where("_id").is(id).and("state").is(state));
  }
}
