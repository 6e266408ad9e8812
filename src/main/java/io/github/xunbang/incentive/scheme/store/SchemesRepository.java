package io.github.xunbang.incentive.scheme.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.organization.OrganizationDeleted;
import io.github.xunbang.storage.GuardedDocuments;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Schemes in MongoDB, one document per organization, read by {@code _id} only. */
@Repository
class SchemesRepository implements Schemes {

  private final MongoTemplate mongo;
  private final GuardedDocuments<SchemesDocument, List<Scheme>> documents;

  SchemesRepository(MongoTemplate mongo) {
    this.mongo = mongo;
    documents =
        new GuardedDocuments<>(mongo, SchemesDocument.class, SchemesDocument::toSchemes, List.of());
  }

  @Override
  public List<Scheme> all(String organizationId) {
    return documents.find(organizationId);
  }

  @Override
  public List<Scheme> update(String organizationId, UnaryOperator<List<Scheme>> change) {
    return documents.update(
        organizationId,
        change,
        (after, revision) -> SchemesDocument.of(organizationId, revision, after));
  }

  /** Forgets an organization that the simulator has reset. */
  @EventListener
  void onDeleted(OrganizationDeleted deleted) {
    mongo.remove(query(where("_id").is(deleted.organizationId())), SchemesDocument.class);
  }
}
