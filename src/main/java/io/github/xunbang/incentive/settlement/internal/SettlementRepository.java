package io.github.xunbang.incentive.settlement.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.incentive.settlement.internal.SettlementIndexDocument.Entry;
import io.github.xunbang.storage.GuardedDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Headers, each inserted once, and the index of those that stand. */
@Repository
class SettlementRepository {

  private final MongoTemplate mongo;
  private final GuardedDocuments<SettlementIndexDocument, List<Entry>> indexes;

  SettlementRepository(MongoTemplate mongo) {
    this.mongo = mongo;
    this.indexes =
        new GuardedDocuments<>(
            mongo,
            SettlementIndexDocument.class,
            document -> List.copyOf(document.entries()),
            List.of());
  }

  /** The settlement with its findings. */
  Optional<Settlement> find(SettlementKey key) {
    return Optional.ofNullable(mongo.findById(key.id(), SettlementDocument.class))
        .map(document -> document.settlement(key));
  }

  /** Makes the settlement stand, unless another run was first; returns whether it did. */
  boolean insert(Settlement settlement) {
    try {
      mongo.insert(SettlementDocument.of(settlement));
      return true;
    } catch (DuplicateKeyException first) {
      return false;
    }
  }

  /** Whether the settlement of this id stands by this run. */
  boolean standsBy(String settlementId, String attempt) {
    SettlementDocument header = mongo.findById(settlementId, SettlementDocument.class);
    return header != null && header.attempt().equals(attempt);
  }

  /** Lists the settlement, once; a crash before it is mended by whoever settles again. */
  void list(Settlement settlement) {
    String organizationId = settlement.key().organizationId();
    Entry entry = Entry.of(settlement);
    indexes.update(
        organizationId,
        entries -> {
          if (entries.stream().anyMatch(one -> one.attempt().equals(entry.attempt()))) {
            return entries;
          }
          List<Entry> more = new ArrayList<>(entries);
          more.add(entry);
          return more;
        },
        (entries, revision) -> new SettlementIndexDocument(organizationId, revision, entries));
  }

  /** All listed settlements, without schemes and findings. */
  List<Settlement> listed(String organizationId) {
    return indexes.find(organizationId).stream()
        .map(entry -> entry.settlement(organizationId))
        .toList();
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), SettlementDocument.class);
    mongo.remove(query(where("_id").is(organizationId)), SettlementIndexDocument.class);
  }
}
