package io.github.xunbang.customer.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.storage.FieldCipher;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/** Claimed phones. */
@Repository
class PhoneClaimsRepository {

  private final MongoTemplate mongo;
  private final FieldCipher cipher;

  PhoneClaimsRepository(MongoTemplate mongo, FieldCipher cipher) {
    this.mongo = mongo;
    this.cipher = cipher;
  }

  Optional<PhoneClaim> find(String organizationId, String hash) {
    return Optional.ofNullable(
            mongo.findById(PhoneClaimDocument.id(organizationId, hash), PhoneClaimDocument.class))
        .map(PhoneClaimDocument::toClaim);
  }

  /** Whether nobody had claimed the phone. */
  boolean insert(PhoneClaim claim) {
    try {
      mongo.insert(PhoneClaimDocument.of(claim, cipher.hasKey()));
      return true;
    } catch (DuplicateKeyException claimed) {
      return false;
    }
  }

  /** Replaces exactly the claim that was seen. */
  boolean replace(PhoneClaim seen, PhoneClaim next) {
    return mongo
            .replace(query(same(seen)), PhoneClaimDocument.of(next, cipher.hasKey()))
            .getMatchedCount()
        == 1;
  }

  /** Frees the phone if it is still this customer's. */
  void release(String organizationId, String hash, int number) {
    mongo.remove(
        query(
            where("_id").is(PhoneClaimDocument.id(organizationId, hash)).and("number").is(number)),
        PhoneClaimDocument.class);
  }

  /** Forgets the hashes made without a key; at start only. */
  void deletePlain() {
    mongo.remove(query(where("keyed").is(false)), PhoneClaimDocument.class);
  }

  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), PhoneClaimDocument.class);
  }

  private static Criteria same(PhoneClaim seen) {
    return where("_id")
        .is(PhoneClaimDocument.id(seen.organizationId(), seen.hash()))
        .and("messageKey")
        .is(seen.messageKey())
        .and("number")
        .is(seen.number());
  }
}
