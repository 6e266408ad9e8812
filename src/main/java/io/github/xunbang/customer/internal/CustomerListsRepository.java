package io.github.xunbang.customer.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.customer.internal.CustomerListDocument.Entry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Who has which customers. */
@Repository
class CustomerListsRepository {

  private static final int TRIES = 50;

  private final MongoTemplate mongo;

  CustomerListsRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  /** The numbers of all that the member has or had. */
  List<Integer> numbers(String organizationId, String memberId) {
    CustomerListDocument stored = find(organizationId, memberId);
    return stored == null ? List.of() : stored.all().stream().map(Entry::number).toList();
  }

  /** The number that this message brought the member, if it came so far before. */
  Optional<Integer> numberOf(String organizationId, String memberId, String key) {
    CustomerListDocument stored = find(organizationId, memberId);
    return stored == null ? Optional.empty() : stored.numberOf(key);
  }

  /** Notes that the member has the customer; again changes nothing. */
  void add(String organizationId, String memberId, int number, String key) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      CustomerListDocument stored = find(organizationId, memberId);
      if (stored != null && stored.all().stream().anyMatch(one -> one.number() == number)) {
        return;
      }
      List<Entry> before = stored == null ? List.of() : stored.all();
      CustomerListDocument next =
          new CustomerListDocument(
              CustomerListDocument.id(organizationId, memberId),
              organizationId,
              stored == null ? 1 : stored.revision() + 1,
              Stream.concat(before.stream(), Stream.of(new Entry(number, key))).toList());
      if (written(stored, next)) {
        return;
      }
    }
    throw new OptimisticLockingFailureException(
        "Customer list changes all the time: " + organizationId + "|" + memberId);
  }

  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), CustomerListDocument.class);
  }

  private @Nullable CustomerListDocument find(String organizationId, String memberId) {
    return mongo.findById(
        CustomerListDocument.id(organizationId, memberId), CustomerListDocument.class);
  }

  private boolean written(@Nullable CustomerListDocument stored, CustomerListDocument next) {
    if (stored == null) {
      try {
        mongo.insert(next);
        return true;
      } catch (DuplicateKeyException faster) {
        return false;
      }
    }
    return mongo
            .replace(query(where("_id").is(next.id()).and("revision").is(stored.revision())), next)
            .getMatchedCount()
        == 1;
  }
}
