package io.github.xunbang.organization.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.organization.Organization;
import java.security.SecureRandom;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Reads and guarded writes of organization documents. */
@Repository
class OrganizationRepository {

  private static final int TRIES = 50;
  private static final int ID_LENGTH = 8;
  private static final String ID_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

  private final MongoTemplate mongo;
  private final SecureRandom random = new SecureRandom();

  // Writers of this instance queue here instead of wearing each other's retries out; between
  // instances the revision decides.
  private final List<ReentrantLock> locks =
      IntStream.range(0, 64).mapToObj(stripe -> new ReentrantLock()).toList();

  OrganizationRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  /** A picture and the revision under which it is stored. */
  record Stored(Organization organization, long revision) {}

  /**
   * The organization, {@code known} itself while nobody has written since: then only the revision
   * is read, not thousands of members.
   */
  Optional<Stored> find(String id, @Nullable Stored known) {
    if (known != null && isStill(id, known.revision())) {
      return Optional.of(known);
    }
    return Optional.ofNullable(mongo.findById(id, OrganizationDocument.class))
        .map(stored -> new Stored(stored.toOrganization(), stored.revision()));
  }

  private boolean isStill(String id, long revision) {
    Query revisionOnly = query(where("_id").is(id));
    revisionOnly.fields().include("revision");
    Document found =
        mongo.findOne(
            revisionOnly, Document.class, mongo.getCollectionName(OrganizationDocument.class));
    return found != null && Long.valueOf(revision).equals(found.get("revision"));
  }

  List<Organization> all() {
    return mongo.findAll(OrganizationDocument.class).stream()
        .map(OrganizationDocument::toOrganization)
        .toList();
  }

  /** The organizations of that name; scans, so only for rare commands. */
  List<Organization> named(String name) {
    return mongo.find(query(where("name").is(name)), OrganizationDocument.class).stream()
        .map(OrganizationDocument::toOrganization)
        .toList();
  }

  List<Organization> simulated() {
    return mongo.find(query(where("simulated").is(true)), OrganizationDocument.class).stream()
        .map(OrganizationDocument::toOrganization)
        .toList();
  }

  /** Inserts the organization that {@code made} builds for a fresh id. */
  Organization insert(Function<String, Organization> made) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      try {
        OrganizationDocument document = OrganizationDocument.of(made.apply(freshId()), 1);
        return mongo.insert(document).toOrganization();
      } catch (DuplicateKeyException taken) {
        // Another organization drew the same id; draw again.
      }
    }
    throw new IllegalStateException("No free organization id");
  }

  /**
   * Applies {@code change} to the stored picture and writes it if nobody was faster, else reads
   * again. A change that returns its argument writes nothing.
   *
   * @throws NoSuchElementException when the organization does not exist
   */
  Organization update(String id, UnaryOperator<Organization> change) {
    ReentrantLock lock = locks.get(Math.floorMod(id.hashCode(), locks.size()));
    lock.lock();
    try {
      for (int attempt = 0; attempt < TRIES; attempt++) {
        OrganizationDocument stored = mongo.findById(id, OrganizationDocument.class);
        if (stored == null) {
          throw new NoSuchElementException("No organization " + id);
        }
        Organization before = stored.toOrganization();
        Organization after = change.apply(before);
        if (after.equals(before)) {
          return before;
        }
        OrganizationDocument next = OrganizationDocument.of(after, stored.revision() + 1);
        if (replaced(stored, next)) {
          return next.toOrganization();
        }
      }
      throw new OptimisticLockingFailureException("Organization " + id + " changes all the time");
    } finally {
      lock.unlock();
    }
  }

  void delete(String id) {
    mongo.remove(query(where("_id").is(id)), OrganizationDocument.class);
  }

  private boolean replaced(OrganizationDocument stored, OrganizationDocument next) {
    return mongo
            .replace(
                query(where("_id").is(stored.id()).and("revision").is(stored.revision())), next)
            .getMatchedCount()
        == 1;
  }

  private String freshId() {
    StringBuilder id = new StringBuilder();
    for (int index = 0; index < ID_LENGTH; index++) {
      id.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
    }
    return id.toString();
  }
}
