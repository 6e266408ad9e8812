package io.github.xunbang.storage;

/** Field ciphers for tests of other rooms. */
public final class TestCiphers {

  /** 32 bytes that count from 0. */
  public static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private TestCiphers() {}

  /** With a key that is always the same. */
  public static FieldCipher withKey() {
    return new AesFieldCipher(EncryptionKey.parse(KEY));
  }

  /** As without {@code xunbang.encryption-key}. */
  public static FieldCipher plain() {
    return new PlainFieldCipher();
  }
}
