package io.github.xunbang.channel.wecom.webhook;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Stored webhooks, by {@code _id} only. */
@Repository
class WebhookRepository {

  private final MongoTemplate mongo;

  WebhookRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  Optional<WebhookDocument> find(String conversationKey) {
    return Optional.ofNullable(mongo.findById(conversationKey, WebhookDocument.class));
  }

  List<WebhookDocument> find(Collection<String> conversationKeys) {
    return mongo.find(query(where("_id").in(conversationKeys)), WebhookDocument.class);
  }

  void save(WebhookDocument webhook) {
    mongo.save(webhook);
  }

  boolean delete(String conversationKey) {
    return mongo
            .remove(query(where("_id").is(conversationKey)), WebhookDocument.class)
            .getDeletedCount()
        == 1;
  }

  /** Marks this very key as dead; false when it is dead already or another one was set. */
  boolean markDead(String conversationKey, String keyHash, int errcode) {
    var living =
        where("_id").is(conversationKey).and("keyHash").is(keyHash).and("refusedWith").is(null);
    return mongo
            .updateFirst(
                query(living), Update.update("refusedWith", errcode), WebhookDocument.class)
            .getModifiedCount()
        == 1;
  }

  void revive(String conversationKey, String keyHash) {
    mongo.updateFirst(
        query(where("_id").is(conversationKey).and("keyHash").is(keyHash)),
        new Update().unset("refusedWith"),
        WebhookDocument.class);
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void deleteOf(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), WebhookDocument.class);
  }
}
