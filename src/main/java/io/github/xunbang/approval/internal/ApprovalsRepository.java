package io.github.xunbang.approval.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Reads and guarded writes of one organization's requests; by {@code _id} only. */
@Repository
class ApprovalsRepository {

  private static final int TRIES = 50;

  private final MongoTemplate mongo;

  ApprovalsRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  Register find(String organizationId) {
    ApprovalsDocument document = mongo.findById(organizationId, ApprovalsDocument.class);
    return document == null ? Register.EMPTY : document.toRegister();
  }

  /** A request of any age. */
  Optional<Request> find(String organizationId, int number) {
    return find(organizationId).find(number).or(() -> archived(organizationId, number));
  }

  /**
   * Applies {@code change} to what is stored; writes only when something changed. Decided requests
   * beyond the last hundred move to documents of their own first, so that none is ever lost.
   */
  Register update(String organizationId, UnaryOperator<Register> change) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      ApprovalsDocument stored = mongo.findById(organizationId, ApprovalsDocument.class);
      Register before = stored == null ? Register.EMPTY : stored.toRegister();
      Register after = change.apply(before);
      if (after.equals(before)) {
        return before;
      }
      after.overflow().forEach(old -> mongo.save(DecidedApprovalDocument.of(old)));
      Register kept = after.without(after.overflow());
      if (written(organizationId, stored, kept)) {
        return kept;
      }
    }
    throw new OptimisticLockingFailureException("Approvals change all the time: " + organizationId);
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("_id").is(organizationId)), ApprovalsDocument.class);
    mongo.remove(query(where("organizationId").is(organizationId)), DecidedApprovalDocument.class);
  }

  private Optional<Request> archived(String organizationId, int number) {
    return Optional.ofNullable(
            mongo.findById(
                DecidedApprovalDocument.id(organizationId, number), DecidedApprovalDocument.class))
        .map(document -> document.request().toRequest(organizationId));
  }

  private boolean written(
      String organizationId, @Nullable ApprovalsDocument stored, Register kept) {
    if (stored == null) {
      return inserted(ApprovalsDocument.of(organizationId, 1, kept));
    }
    ApprovalsDocument next = ApprovalsDocument.of(organizationId, stored.revision() + 1, kept);
    return mongo
            .replace(
                query(where("_id").is(organizationId).and("revision").is(stored.revision())), next)
            .getMatchedCount()
        == 1;
  }

  private boolean inserted(ApprovalsDocument document) {
    try {
      mongo.insert(document);
      return true;
    } catch (DuplicateKeyException faster) {
      return false;
    }
  }
}
