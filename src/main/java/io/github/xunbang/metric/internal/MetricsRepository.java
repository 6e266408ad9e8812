package io.github.xunbang.metric.internal;

import com.mongodb.client.model.Filters;
import io.github.xunbang.metric.Metric;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** One document per organization with all its metrics; cached above. */
@Repository
class MetricsRepository {

  static final String COLLECTION = "metrics";

  private final MongoTemplate mongo;

  MetricsRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  /**
   * Stored definitions.
   *
   * @param revision guards the write; 0 while nothing is stored
   */
  record Definitions(List<Metric> metrics, long revision) {}

  Optional<Definitions> find(String organizationId) {
    @Nullable Document stored =
        mongo.execute(
            COLLECTION, metrics -> metrics.find(Filters.eq("_id", organizationId)).first());
    return Optional.ofNullable(stored).map(MetricsRepository::load);
  }

  /** Whether the list was stored; false when another writer came first. */
  boolean save(String organizationId, List<Metric> metrics, long oldRevision) {
    Document changed =
        new Document("revision", oldRevision + 1)
            .append("list", metrics.stream().map(MetricDocument::store).toList());
    return oldRevision == 0
        ? insert(organizationId, changed)
        : update(organizationId, changed, oldRevision);
  }

  void delete(String organizationId) {
    mongo.execute(COLLECTION, metrics -> metrics.deleteOne(Filters.eq("_id", organizationId)));
  }

  private boolean insert(String organizationId, Document fields) {
    Document document = new Document("_id", organizationId);
    document.putAll(fields);
    try {
      mongo.execute(COLLECTION, metrics -> metrics.insertOne(document));
      return true;
    } catch (DuplicateKeyException anotherWasFirst) {
      return false;
    }
  }

  private boolean update(String organizationId, Document fields, long oldRevision) {
    Document guard = new Document("_id", organizationId).append("revision", oldRevision);
    return mongo
            .execute(COLLECTION, metrics -> metrics.updateOne(guard, new Document("$set", fields)))
            .getMatchedCount()
        == 1;
  }

  private static Definitions load(Document stored) {
    return new Definitions(
        stored.getList("list", Document.class).stream().map(MetricDocument::load).toList(),
        stored.getLong("revision"));
  }
}
