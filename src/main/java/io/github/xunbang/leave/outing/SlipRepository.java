package io.github.xunbang.leave.outing;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.storage.FieldCipher;
import io.github.xunbang.storage.GuardedDocuments;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Reads and guarded writes of visit slips, by {@code _id} only; phones are stored encrypted. */
@Repository
class SlipRepository {

  private final MongoTemplate mongo;
  private final GuardedDocuments<SlipDocument, SlipMonth> documents;
  private final FieldCipher cipher;

  SlipRepository(MongoTemplate mongo, FieldCipher cipher) {
    this.mongo = mongo;
    this.cipher = cipher;
    documents =
        new GuardedDocuments<>(
            mongo, SlipDocument.class, stored -> stored.toMonth(cipher::decrypt), SlipMonth.EMPTY);
  }

  /** The member's months that exist, in one read. */
  List<SlipMonth> months(Collection<SlipKey> keys) {
    List<String> ids = keys.stream().map(SlipKey::id).toList();
    return mongo.find(query(where("_id").in(ids)), SlipDocument.class).stream()
        .map(stored -> stored.toMonth(cipher::decrypt))
        .toList();
  }

  /** Of each member the month that exists; {@code keys} are of one month. */
  Map<String, SlipMonth> find(Collection<SlipKey> keys) {
    List<String> ids = keys.stream().map(SlipKey::id).toList();
    Map<String, SlipMonth> found = new HashMap<>();
    mongo
        .find(query(where("_id").in(ids)), SlipDocument.class)
        .forEach(stored -> found.put(stored.memberId(), stored.toMonth(cipher::decrypt)));
    return found;
  }

  /** Applies {@code change} to what is stored; writes only when something changed. */
  SlipMonth update(SlipKey key, UnaryOperator<SlipMonth> change) {
    return documents.update(
        key.id(),
        change,
        (after, revision) -> SlipDocument.of(key, revision, after, cipher::encrypt));
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), SlipDocument.class);
  }
}
