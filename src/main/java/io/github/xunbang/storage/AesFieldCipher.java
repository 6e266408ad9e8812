package io.github.xunbang.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM with a random IV for each value, stored as {@code enc1:} and Base64 of IV and cipher
 * text. The number in the prefix names the method, so that a later one can live beside it.
 */
final class AesFieldCipher implements FieldCipher {

  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final EncryptionKey key;
  private final SecretKey secret;
  private final SecureRandom random = new SecureRandom();

  AesFieldCipher(EncryptionKey key) {
    this.key = key;
    this.secret = key.forEncryption();
  }

  @Override
  public boolean hasKey() {
    return true;
  }

  @Override
  public String encrypt(String plain) {
    byte[] iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, iv, plain.getBytes(StandardCharsets.UTF_8));
    byte[] stored = Arrays.copyOf(iv, IV_BYTES + sealed.length);
    System.arraycopy(sealed, 0, stored, IV_BYTES, sealed.length);
    return StoredForm.ENCRYPTED + Base64.getEncoder().encodeToString(stored);
  }

  @Override
  public String decrypt(String stored) {
    if (!stored.startsWith(StoredForm.ENCRYPTED)) {
      return StoredForm.readPlain(stored);
    }
    byte[] bytes = Base64.getDecoder().decode(stored.substring(StoredForm.ENCRYPTED.length()));
    byte[] iv = Arrays.copyOf(bytes, IV_BYTES);
    byte[] sealed = Arrays.copyOfRange(bytes, IV_BYTES, bytes.length);
    return new String(run(Cipher.DECRYPT_MODE, iv, sealed), StandardCharsets.UTF_8);
  }

  @Override
  public String keyedHash(String plain) {
    return HexFormat.of().formatHex(key.hash(plain));
  }

  private byte[] run(int mode, byte[] iv, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, iv));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "A stored field cannot be decrypted with this xunbang.encryption-key", e);
    }
  }
}
