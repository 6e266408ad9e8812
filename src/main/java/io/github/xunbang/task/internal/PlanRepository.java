package io.github.xunbang.task.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.task.internal.PlanDocument.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Reads and guarded writes of plans, by {@code _id} only. */
@Repository
class PlanRepository {

  private static final int TRIES = 50;

  private final MongoTemplate mongo;

  PlanRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  /** Adds a wording unless its message has added one; returns whether there was an earlier one. */
  boolean add(String organizationId, String memberId, Period period, Wording wording) {
    String id = id(organizationId, memberId, period);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      PlanDocument stored = mongo.findById(id, PlanDocument.class);
      List<Wording> wordings = new ArrayList<>(stored == null ? List.of() : stored.all());
      if (wordings.stream().anyMatch(one -> one.messageKey().equals(wording.messageKey()))) {
        return wordings.size() > 1;
      }
      wordings.add(wording);
      long revision = stored == null ? 1 : stored.revision() + 1;
      if (written(stored, new PlanDocument(id, organizationId, revision, wordings))) {
        return stored != null;
      }
    }
    throw new OptimisticLockingFailureException("A plan changes all the time: " + id);
  }

  /** The texts of one member's plans of these periods; a period without one is absent. */
  Map<Period, String> of(String organizationId, String memberId, Collection<Period> periods) {
    Map<String, Period> ids = new HashMap<>();
    periods.forEach(period -> ids.put(id(organizationId, memberId, period), period));
    Map<Period, String> texts = new HashMap<>();
    mongo
        .find(query(where("_id").in(ids.keySet())), PlanDocument.class)
        .forEach(plan -> texts.put(ids.get(plan.id()), plan.text()));
    return texts;
  }

  /** Those of the members who have a plan of the period. */
  List<String> withPlan(String organizationId, Collection<String> memberIds, Period period) {
    Map<String, String> ids = new HashMap<>();
    memberIds.forEach(member -> ids.put(id(organizationId, member, period), member));
    return mongo.find(query(where("_id").in(ids.keySet())), PlanDocument.class).stream()
        .map(plan -> ids.get(plan.id()))
        .toList();
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), PlanDocument.class);
  }

  private boolean written(@Nullable PlanDocument stored, PlanDocument next) {
    if (stored == null) {
      try {
        mongo.insert(next);
        return true;
      } catch (DuplicateKeyException faster) {
        return false;
      }
    }
    return mongo
            .replace(
                query(where("_id").is(stored.id()).and("revision").is(stored.revision())), next)
            .getMatchedCount()
        == 1;
  }

  private static String id(String organizationId, String memberId, Period period) {
    return organizationId + "|" + memberId + "|" + period.type() + "|" + period.start();
  }
}
