package io.github.xunbang.deal.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Numbers of deals: which one a signing gets, and which deals may wait for money. */
@Repository
class DealRegisterRepository {

  private final MongoTemplate mongo;

  DealRegisterRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  /** The number of this signing: the claimed one, or the next. A lost race leaves a gap. */
  int number(String organizationId, String actId) {
    return claimed(organizationId, actId).orElseGet(() -> claim(organizationId, actId));
  }

  /** The number that this signing has claimed before. */
  Optional<Integer> claimed(String organizationId, String actId) {
    return Optional.ofNullable(
            mongo.findById(organizationId + "|" + actId, DealClaimDocument.class))
        .map(DealClaimDocument::number);
  }

  private int claim(String organizationId, String actId) {
    int next = next(organizationId);
    try {
      mongo.insert(new DealClaimDocument(organizationId + "|" + actId, organizationId, next));
      return next;
    } catch (DuplicateKeyException faster) {
      return claimed(organizationId, actId).orElseThrow(() -> faster);
    }
  }

  private int next(String organizationId) {
    for (int attempt = 0; ; attempt++) {
      try {
        DealRegisterDocument after =
            mongo.findAndModify(
                register(organizationId),
                new Update().inc("last", 1),
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                DealRegisterDocument.class);
        return Objects.requireNonNull(after).last();
      } catch (DuplicateKeyException bothInserted) {
        if (attempt > 1) {
          throw bothInserted;
        }
      }
    }
  }

  /** The greatest number given out; 0 before the first. */
  int last(String organizationId) {
    DealRegisterDocument stored = find(organizationId);
    return stored == null ? 0 : stored.last();
  }

  /** The numbers of all deals that may wait for money, each once, smallest first. */
  List<Integer> open(String organizationId) {
    DealRegisterDocument stored = find(organizationId);
    return stored == null || stored.open() == null
        ? List.of()
        : List.copyOf(new TreeSet<>(stored.open()));
  }

  /** Notes that the deal may wait for money, before it does. */
  void opened(String organizationId, int number) {
    mongo.updateFirst(
        register(organizationId),
        new Update().addToSet("open", number),
        DealRegisterDocument.class);
  }

  /** Forgets that the deal waited for money, after it stopped. */
  void closed(String organizationId, int number) {
    mongo.updateFirst(
        register(organizationId), new Update().pull("open", number), DealRegisterDocument.class);
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), DealClaimDocument.class);
    mongo.remove(register(organizationId), DealRegisterDocument.class);
  }

  private @Nullable DealRegisterDocument find(String organizationId) {
    return mongo.findById(organizationId, DealRegisterDocument.class);
  }

  private static Query register(String organizationId) {
    return query(where("_id").is(organizationId));
  }
}
