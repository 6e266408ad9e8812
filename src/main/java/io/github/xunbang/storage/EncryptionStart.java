package io.github.xunbang.storage;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Keeps data and key together (decision 0009): the first key encrypts what is there, and from then
 * on the data is only opened with that key. Otherwise the same phone would get a second hash, and
 * so a second owner.
 */
final class EncryptionStart {

  private static final Logger log = LoggerFactory.getLogger(EncryptionStart.class);

  private static final String COLLECTION = "encryption";
  private static final String ID = "key";
  private static final String CHECK = "check";
  private static final String LEASE = "encryption";
  private static final Duration LEASE_VALIDITY = Duration.ofMinutes(10);
  private static final Duration RETRY = Duration.ofMillis(500);

  private final MongoTemplate mongo;
  private final Lease lease;
  private final FieldCipher cipher;
  private final List<PlainFields> rooms;

  EncryptionStart(MongoTemplate mongo, Lease lease, FieldCipher cipher, List<PlainFields> rooms) {
    this.mongo = mongo;
    this.lease = lease;
    this.cipher = cipher;
    this.rooms = List.copyOf(rooms);
  }

  /**
   * Returns when data and key fit together.
   *
   * @throws EncryptionKeyException when the data was encrypted with another key, or with one and
   *     none is set now
   */
  void run() {
    String known = known();
    while (known == null && cipher.hasKey()) {
      if (lease.acquire(LEASE, LEASE_VALIDITY)) {
        encryptAll();
        return;
      }
      log.info("Another instance encrypts the stored fields; waiting");
      LockSupport.parkNanos(RETRY.toNanos());
      known = known();
    }
    check(known);
  }

  private void encryptAll() {
    try {
      // Somebody may have finished between the look and the lease.
      String known = known();
      if (known != null) {
        check(known);
        return;
      }
      rooms.forEach(PlainFields::encrypt);
      mongo.save(new Document("_id", ID).append(CHECK, fingerprint()), COLLECTION);
    } finally {
      lease.release(LEASE);
    }
  }

  private void check(@Nullable String known) {
    if (known != null && !cipher.hasKey()) {
      throw new EncryptionKeyException(
          "The data is encrypted, and xunbang.encryption-key is not set.",
          "Start with the key that the data was encrypted with.");
    }
    if (known != null && !known.equals(fingerprint())) {
      throw new EncryptionKeyException(
          "The data is encrypted with another xunbang.encryption-key.",
          "Start with the key that the data was encrypted with.");
    }
  }

  private @Nullable String known() {
    Document stored = mongo.findById(ID, Document.class, COLLECTION);
    return stored == null ? null : stored.getString(CHECK);
  }

  /** Tells keys apart and says nothing about them. */
  private String fingerprint() {
    return cipher.keyedHash("xunbang encryption key check");
  }
}
