package io.github.xunbang.organization.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Administrative acts, one document per organization and month, appended only. */
@Repository
class ActRepository {

  /**
   * The acts of one month.
   *
   * @param id organization and month
   */
  @Document("acts")
  record ActsDocument(@Id String id, @Nullable String organizationId, @Nullable List<Act> acts) {}

  /**
   * One act.
   *
   * @param key message key
   * @param at UTC instant of business time
   * @param actor the member's name, since an administrator may be no member
   * @param line what was typed, shortened, without secrets
   */
  record Act(String key, Instant at, String actor, String line) {}

  private final MongoTemplate mongo;

  ActRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  /** Appends the act unless one of that key stands there. */
  void append(String organizationId, YearMonth month, Act act) {
    try {
      mongo.upsert(
          query(where("_id").is(id(organizationId, month)).and("acts.key").ne(act.key())),
          new Update().set("organizationId", organizationId).push("acts", act),
          ActsDocument.class);
    } catch (DuplicateKeyException standsThere) {
      // The document exists and holds the key, so the upsert tried to insert: nothing to do.
    }
  }

  /** The acts of a month, oldest first. */
  List<Act> of(String organizationId, YearMonth month) {
    return Optional.ofNullable(mongo.findById(id(organizationId, month), ActsDocument.class))
        .map(ActsDocument::acts)
        .orElse(List.of());
  }

  /** Deletes everything of an organization; scans, so only for simulated ones. */
  void deleteOf(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), ActsDocument.class);
  }

  private static String id(String organizationId, YearMonth month) {
    return organizationId + "|" + month;
  }
}
