package io.github.xunbang.customer.internal;

import io.github.xunbang.customer.Phone;
import io.github.xunbang.storage.FieldCipher;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Who may have a phone number (S-14). Written before the customer; it holds while that customer has
 * the phone, and for a while before.
 *
 * @param hash keyed hash of organization and phone
 * @param number of the customer it is for
 * @param messageKey the message that took it
 * @param memberId who sent that message
 * @param day business day of it
 * @param at real time, for telling a crash from a write in progress
 */
record PhoneClaim(
    String organizationId,
    String hash,
    int number,
    String messageKey,
    String memberId,
    LocalDate day,
    Instant at) {

  /** The organization is hashed too, so that nobody can tell that two teams know one phone. */
  static String hash(FieldCipher cipher, String organizationId, Phone phone) {
    return cipher.keyedHash(organizationId + "|" + phone.full());
  }

  PhoneClaim forNumber(int other) {
    return new PhoneClaim(organizationId, hash, other, messageKey, memberId, day, at);
  }
}
