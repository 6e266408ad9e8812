package io.github.xunbang.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code xunbang.encryption-key}. It is never used itself: a key for encrypting and one for hashing
 * are derived from it, so that what is learned about one says nothing about the other. Has no text
 * form.
 */
final class EncryptionKey {

  private static final String HMAC = "HmacSHA256";
  private static final int BYTES = 32;
  private static final String HOW_TO_MAKE_ONE =
      "Make one with \"openssl rand -base64 32\" and pass it as XUNBANG_ENCRYPTION_KEY.";

  private final byte[] secret;

  private EncryptionKey(byte[] secret) {
    this.secret = secret;
  }

  /**
   * Reads the property.
   *
   * @throws EncryptionKeyException when it is no Base64 of 32 bytes
   */
  static EncryptionKey parse(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException quotesTheKey) {
      throw new EncryptionKeyException("xunbang.encryption-key is not Base64.", HOW_TO_MAKE_ONE);
    }
    if (bytes.length != BYTES) {
      throw new EncryptionKeyException(
          "xunbang.encryption-key has " + bytes.length + " bytes, 32 are needed.", HOW_TO_MAKE_ONE);
    }
    return new EncryptionKey(bytes);
  }

  /** For AES-256. */
  SecretKey forEncryption() {
    return new SecretKeySpec(mac(secret, "xunbang field encryption v1"), "AES");
  }

  /** HMAC-SHA-256 of {@code text} under the derived hash key. */
  byte[] hash(String text) {
    return mac(mac(secret, "xunbang look-up hash v1"), text);
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every Java", e);
    }
  }
}
