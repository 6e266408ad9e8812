package io.github.xunbang.metric.internal;

import com.mongodb.client.model.Filters;
import io.github.xunbang.metric.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * Postings that touch several ledger documents, between their commit point and the last document
 * (design section 11). Nearly always empty.
 */
@Repository
class PendingRepository {

  static final String COLLECTION = "ledger_pending";

  private final MongoTemplate mongo;

  PendingRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  /**
   * The commit point.
   *
   * @return the posting that counts: this one, or the one already pending under the same key
   */
  Posting commit(Posting posting) {
    try {
      mongo.execute(COLLECTION, pending -> pending.insertOne(store(posting)));
      return posting;
    } catch (DuplicateKeyException committedBefore) {
      return find(posting.organizationId(), posting.messageKey()).orElse(posting);
    }
  }

  Optional<Posting> find(String organizationId, String messageKey) {
    String id = id(organizationId, messageKey);
    @Nullable Document stored =
        mongo.execute(COLLECTION, pending -> pending.find(Filters.eq("_id", id)).first());
    return Optional.ofNullable(stored).map(PostingDocument::load);
  }

  /** All pending postings of an organization, oldest first; of every organization for null. */
  List<Posting> all(@Nullable String organizationId) {
    Document query = organizationId == null ? new Document() : new Document("org", organizationId);
    return mongo.execute(
        COLLECTION,
        pending ->
            pending
                .find(query)
                .sort(new Document("at", 1).append("_id", 1))
                .map(PostingDocument::load)
                .into(new ArrayList<>()));
  }

  void delete(Posting posting) {
    String id = id(posting.organizationId(), posting.messageKey());
    mongo.execute(COLLECTION, pending -> pending.deleteOne(Filters.eq("_id", id)));
  }

  void deleteAll(String organizationId) {
    mongo.execute(COLLECTION, pending -> pending.deleteMany(Filters.eq("org", organizationId)));
  }

  private static String id(String organizationId, String messageKey) {
    return organizationId + "|" + messageKey;
  }

  private static Document store(Posting posting) {
    Document stored = new Document("_id", id(posting.organizationId(), posting.messageKey()));
    stored.putAll(PostingDocument.store(posting));
    return stored;
  }
}
