package io.github.xunbang.storage;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Brings the stored data to the version of the program: all steps above the stored version, in
 * order, one instance at a time.
 */
final class MigrationRunner {

  private static final Logger log = LoggerFactory.getLogger(MigrationRunner.class);

  private static final String COLLECTION = "schema";
  private static final String ID = "schema";
  private static final String LEASE = "migration";
  private static final Duration LEASE_VALIDITY = Duration.ofMinutes(10);
  private static final Duration RETRY = Duration.ofMillis(500);

  private final MongoTemplate mongo;
  private final Lease lease;
  private final List<Migration> steps;

  MigrationRunner(MongoTemplate mongo, Lease lease, List<Migration> steps) {
    this.mongo = mongo;
    this.lease = lease;
    this.steps = steps.stream().sorted(Comparator.comparingInt(Migration::version)).toList();
    checkVersions();
  }

  /**
   * Runs what is pending and returns when the data has the newest version, whoever did it.
   *
   * @throws IllegalStateException when a newer program has used the data
   */
  void run() {
    while (version() < newest()) {
      if (lease.acquire(LEASE, LEASE_VALIDITY)) {
        runPending();
        return;
      }
      log.info("Another instance migrates the data; waiting");
      LockSupport.parkNanos(RETRY.toNanos());
    }
    refuseNewerData();
  }

  private void runPending() {
    try {
      for (Migration step : steps) {
        if (step.version() > version()) {
          log.info("Migrating the data to schema version {}", step.version());
          step.migrate(mongo);
          storeVersion(step.version());
        }
      }
    } finally {
      lease.release(LEASE);
    }
  }

  private int version() {
    Document schema = mongo.findById(ID, Document.class, COLLECTION);
    return schema == null ? 0 : schema.getInteger("version", 0);
  }

  private void storeVersion(int version) {
    mongo.upsert(
        Query.query(Criteria.where("_id").is(ID)),
        new Update().set("version", version),
        COLLECTION);
  }

  private int newest() {
    return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).version();
  }

  private void checkVersions() {
    long distinct = steps.stream().mapToInt(Migration::version).distinct().count();
    if (distinct != steps.size() || steps.stream().anyMatch(step -> step.version() < 1)) {
      throw new IllegalStateException(
          "Migration versions must be positive and different: "
              + steps.stream().map(it -> it.getClass().getName() + "=" + it.version()).toList());
    }
  }

  private void refuseNewerData() {
    int stored = version();
    if (stored > newest()) {
      throw new IllegalStateException(
          "The data has schema version "
              + stored
              + ", this program knows only up to "
              + newest()
              + ". Start the newer program again, or restore a backup made before the upgrade.");
    }
  }
}
