package io.github.xunbang.organization.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.message.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * The two look-ups that lead from a message to its organization. They are written beside the
 * organization document, never believed without it, and rewritten by the next identical call after
 * a crash.
 */
@Repository
class LookupRepository {

  /**
   * The organization of one group.
   *
   * @param id {@link Conversation#key()}
   * @param former organizations that may still list the group, until the move is complete
   */
  @Document("chat_groups")
  record GroupDocument(@Id String id, @Nullable String organizationId, List<String> former) {}

  /**
   * The organizations that one identity joined, in order of joining.
   *
   * @param chosen the one that private messages go to, or null while nobody has said
   */
  @Document("identities")
  record IdentityDocument(
      @Id String id, @Nullable List<String> organizationIds, @Nullable String chosen) {}

  private final MongoTemplate mongo;

  LookupRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  Optional<String> organizationOf(Conversation group) {
    return Optional.ofNullable(mongo.findById(group.key(), GroupDocument.class))
        .map(GroupDocument::organizationId);
  }

  /**
   * Points the group to {@code organizationId} and returns the other organizations that may still
   * list it. They stay noted until {@link #moveDone}, so that a crash in between is made good by
   * whatever binding comes next.
   */
  List<String> beginMove(Conversation group, String organizationId) {
    GroupDocument before = mongo.findById(group.key(), GroupDocument.class);
    List<String> former = new ArrayList<>();
    if (before != null) {
      if (before.former() != null) {
        former.addAll(before.former());
      }
      if (before.organizationId() != null) {
        former.add(before.organizationId());
      }
    }
    List<String> others =
        former.stream().distinct().filter(id -> !id.equals(organizationId)).toList();
    mongo.save(new GroupDocument(group.key(), organizationId, others));
    return others;
  }

  void moveDone(Conversation group, String organizationId) {
    mongo.save(new GroupDocument(group.key(), organizationId, List.of()));
  }

  void forgetGroup(Conversation group, String organizationId) {
    mongo.remove(
        query(where("_id").is(group.key()).and("organizationId").is(organizationId)),
        GroupDocument.class);
  }

  IdentityDocument membershipsOf(String identity) {
    IdentityDocument found = mongo.findById(identity, IdentityDocument.class);
    return found == null ? new IdentityDocument(identity, List.of(), null) : found;
  }

  /** Private messages of {@code identity} go to this organization from now on. */
  void choose(String identity, String organizationId) {
    mongo.upsert(
        query(where("_id").is(identity)),
        new Update().set("chosen", organizationId),
        IdentityDocument.class);
  }

  void join(String identity, String organizationId) {
    mongo.upsert(
        query(where("_id").is(identity)),
        new Update().addToSet("organizationIds", organizationId),
        IdentityDocument.class);
  }

  void leave(List<String> identities, String organizationId) {
    mongo.updateMulti(
        query(where("_id").in(identities)),
        new Update().pull("organizationIds", organizationId),
        IdentityDocument.class);
  }
}
