package io.github.xunbang.customer.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.customer.Customer;
import io.github.xunbang.storage.FieldCipher;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Customers by {@code _id}, and the numbers that the next ones get. */
@Repository
class CustomersRepository {

  private final MongoTemplate mongo;
  private final FieldCipher cipher;

  CustomersRepository(MongoTemplate mongo, FieldCipher cipher) {
    this.mongo = mongo;
    this.cipher = cipher;
  }

  Optional<Customer> find(String organizationId, int number) {
    return Optional.ofNullable(
            mongo.findById(CustomerDocument.id(organizationId, number), CustomerDocument.class))
        .map(document -> document.toCustomer(cipher));
  }

  /** Those that exist, in no order. */
  List<Customer> find(String organizationId, Collection<Integer> numbers) {
    List<String> ids =
        numbers.stream().map(number -> CustomerDocument.id(organizationId, number)).toList();
    return mongo.find(query(where("_id").in(ids)), CustomerDocument.class).stream()
        .map(document -> document.toCustomer(cipher))
        .toList();
  }

  /** Stores a new customer, or returns who has the number already. */
  Customer insert(Customer customer) {
    try {
      mongo.insert(CustomerDocument.of(customer, cipher));
      return customer;
    } catch (DuplicateKeyException earlier) {
      return find(customer.organizationId(), customer.number()).orElseThrow();
    }
  }

  /** Replaces what has the revision before {@code next}'s. */
  boolean replace(Customer next) {
    CustomerDocument document = CustomerDocument.of(next, cipher);
    return mongo
            .replace(
                query(where("_id").is(document.id()).and("revision").is(next.revision() - 1)),
                document)
            .getMatchedCount()
        == 1;
  }

  /** A number that nobody has; a crash leaves a gap. */
  int nextNumber(String organizationId) {
    CustomerNumbersDocument numbers =
        mongo.findAndModify(
            query(where("_id").is(organizationId)),
            new Update().inc("last", 1),
            FindAndModifyOptions.options().upsert(true).returnNew(true),
            CustomerNumbersDocument.class);
    return numbers == null ? 1 : numbers.last();
  }

  /** The highest number given out. */
  int lastNumber(String organizationId) {
    CustomerNumbersDocument numbers = mongo.findById(organizationId, CustomerNumbersDocument.class);
    return numbers == null ? 0 : numbers.last();
  }

  /** Every customer of every organization whose phone is not under today's hash; at start only. */
  void eachWithOldHash(Consumer<Customer> work) {
    try (Stream<CustomerDocument> all = mongo.stream(new Query(), CustomerDocument.class)) {
      all.filter(document -> document.phone() != null)
          .filter(document -> !document.equalsHashOf(cipher))
          .toList()
          .forEach(document -> work.accept(document.toCustomer(cipher)));
    }
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), CustomerDocument.class);
    mongo.remove(query(where("_id").is(organizationId)), CustomerNumbersDocument.class);
  }
}
