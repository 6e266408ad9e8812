package io.github.xunbang.metric.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.Filters;
import io.github.xunbang.organization.FiguresPresence;
import java.time.Duration;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * Remembers which organizations have ever posted a figure, so that nobody has to search the ledger
 * for it. The cache keeps the hot path at one read and one write.
 */
@Repository
class FigureMarksRepository implements FiguresPresence {

  static final String COLLECTION = "ledger_marks";

  private final MongoTemplate mongo;
  private final Cache<String, Boolean> marked =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofMinutes(10)).build();

  FigureMarksRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  /** Whether anything was ever posted for the organization. */
  @Override
  public boolean holdsFigures(String organizationId) {
    return mongo.execute(
        COLLECTION, marks -> marks.find(Filters.eq("_id", organizationId)).first() != null);
  }

  /** To be called before the first figure is written: a mark without figures does no harm. */
  void mark(String organizationId) {
    if (marked.getIfPresent(organizationId) != null) {
      return;
    }
    if (!holdsFigures(organizationId)) {
      insert(organizationId);
    }
    marked.put(organizationId, true);
  }

  private void insert(String organizationId) {
    try {
      mongo.execute(COLLECTION, marks -> marks.insertOne(new Document("_id", organizationId)));
    } catch (DuplicateKeyException markedMeanwhile) {
      // Another thread or instance was first; the mark is there, which is all we want.
    }
  }

  void delete(String organizationId) {
    mongo.execute(COLLECTION, marks -> marks.deleteOne(Filters.eq("_id", organizationId)));
    marked.invalidate(organizationId);
  }
}
