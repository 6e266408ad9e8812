package io.github.xunbang.target.internal;

import com.mongodb.client.model.Filters;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * One document per organization and bucket ({@code o1:2026-12}, {@code o1:standing}); cached above.
 */
@Repository
class TargetsRepository {

  static final String COLLECTION = "targets";

  private final MongoTemplate mongo;

  TargetsRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  /**
   * What is stored.
   *
   * @param revision guards the write; 0 while nothing is stored
   */
  record Stored(List<StoredTarget> targets, long revision) {}

  Stored find(String organizationId, String bucket) {
    @Nullable Document stored =
        mongo.execute(
            COLLECTION,
            targets -> targets.find(Filters.eq("_id", id(organizationId, bucket))).first());
    return stored == null
        ? new Stored(List.of(), 0)
        : new Stored(
            stored.getList("list", Document.class).stream().map(TargetMapping::load).toList(),
            stored.getLong("revision"));
  }

  /** Whether the list was stored; false when another writer came first. */
  boolean save(String organizationId, String bucket, List<StoredTarget> targets, long oldRevision) {
    Document fields =
        new Document("revision", oldRevision + 1)
            .append("list", targets.stream().map(TargetMapping::store).toList());
    String id = id(organizationId, bucket);
    return oldRevision == 0 ? insert(id, fields) : update(id, fields, oldRevision);
  }

  void delete(String organizationId) {
    // ';' follows ':', so that the range holds this organization's ids only.
    mongo.execute(
        COLLECTION,
        targets ->
            targets.deleteMany(
                Filters.and(
                    Filters.gte("_id", organizationId + ":"),
                    Filters.lt("_id", organizationId + ";"))));
  }

  private boolean insert(String id, Document fields) {
    Document document = new Document("_id", id);
    document.putAll(fields);
    try {
      mongo.execute(COLLECTION, targets -> targets.insertOne(document));
      return true;
    } catch (DuplicateKeyException anotherWasFirst) {
      return false;
    }
  }

  private boolean update(String id, Document fields, long oldRevision) {
    Document guard = new Document("_id", id).append("revision", oldRevision);
    return mongo
            .execute(COLLECTION, targets -> targets.updateOne(guard, new Document("$set", fields)))
            .getMatchedCount()
        == 1;
  }

  private static String id(String organizationId, String bucket) {
    return organizationId + ":" + bucket;
  }
}
