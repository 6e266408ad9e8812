package io.github.xunbang.customer.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** What is still to be counted; nearly always empty. */
@Repository
class OwedCustomersRepository {

  private final MongoTemplate mongo;

  OwedCustomersRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  void add(String organizationId, int number, Instant realTime) {
    mongo.save(
        new OwedCustomerDocument(
            CustomerDocument.id(organizationId, number), organizationId, number, realTime));
  }

  List<OwedCustomerDocument> of(String organizationId) {
    return mongo.find(
        query(where("organizationId").is(organizationId)), OwedCustomerDocument.class);
  }

  List<OwedCustomerDocument> all() {
    return mongo.findAll(OwedCustomerDocument.class);
  }

  void remove(String organizationId, int number) {
    mongo.remove(
        query(where("_id").is(CustomerDocument.id(organizationId, number))),
        OwedCustomerDocument.class);
  }

  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), OwedCustomerDocument.class);
  }
}
