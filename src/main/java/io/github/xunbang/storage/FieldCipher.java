package io.github.xunbang.storage;

/**
 * Encrypts single stored fields with {@code xunbang.encryption-key} (32 bytes, Base64): phone
 * numbers and keys set in chat (design section 12). Without a key nothing is encrypted and start-up
 * warns once.
 */
public interface FieldCipher {

  /** Whether a key is configured. */
  boolean hasKey();

  /** The text to store: authenticated, different each time; the plain text without a key. */
  String encrypt(String plain);

  /**
   * The plain text; also of what was stored plainly before there was a key.
   *
   * @throws IllegalStateException when it was encrypted with another key, or there is none now
   */
  String decrypt(String stored);

  /**
   * A keyed hash for look-ups and for {@code _id}s, safe in a document id; equal texts, equal
   * hashes under one key. Without a key it is a plain hash.
   */
  String keyedHash(String plain);
}
