package io.github.xunbang.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Without a key: stores plainly and hashes without secret. */
final class PlainFieldCipher implements FieldCipher {

  @Override
  public boolean hasKey() {
    return false;
  }

  @Override
  public String encrypt(String plain) {
    return StoredForm.plain(plain);
  }

  @Override
  public String decrypt(String stored) {
    if (stored.startsWith(StoredForm.ENCRYPTED)) {
      throw new IllegalStateException(
          "A stored field is encrypted, and no xunbang.encryption-key is set");
    }
    return StoredForm.readPlain(stored);
  }

  @Override
  public String keyedHash(String plain) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(plain.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }
}
