package io.github.xunbang.customer.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A claimed phone; {@code _id} is what makes it unique on every kind of server (design section 11).
 *
 * @param id organization and keyed hash, with a bar between
 * @param keyed whether the hash was made with a key
 */
@Document("customer_phones")
record PhoneClaimDocument(
    @Id String id,
    String organizationId,
    String hash,
    boolean keyed,
    int number,
    String messageKey,
    String memberId,
    String day,
    Instant at) {

  static String id(String organizationId, String hash) {
    return organizationId + "|" + hash;
  }

  static PhoneClaimDocument of(PhoneClaim claim, boolean keyed) {
    return new PhoneClaimDocument(
        id(claim.organizationId(), claim.hash()),
        claim.organizationId(),
        claim.hash(),
        keyed,
        claim.number(),
        claim.messageKey(),
        claim.memberId(),
        claim.day().toString(),
        claim.at());
  }

  PhoneClaim toClaim() {
    return new PhoneClaim(
        organizationId, hash, number, messageKey, memberId, LocalDate.parse(day), at);
  }
}
