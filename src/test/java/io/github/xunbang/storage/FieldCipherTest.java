package io.github.xunbang.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Encrypted fields, their hashes, and keys that cannot be used. */
class FieldCipherTest {

  private static final String PHONE = "13812345678";
  private static final String OTHER_KEY = "//////////////////////////////////////////8=";

  @Test
  void whatIsStoredIsDifferentEachTimeAndReadsTheSame() {
    FieldCipher cipher = TestCiphers.withKey();

    String stored = cipher.encrypt(PHONE);

    assertThat(stored).startsWith("enc1:").doesNotContain(PHONE);
    assertThat(stored).isNotEqualTo(cipher.encrypt(PHONE));
    assertThat(cipher.decrypt(stored)).isEqualTo(PHONE);
    assertThat(cipher.decrypt(cipher.encrypt(""))).isEmpty();
  }

  @Test
  void aChangedOrForeignTextIsNotRead() {
    FieldCipher cipher = TestCiphers.withKey();
    String stored = cipher.encrypt(PHONE);
    char swapped = stored.charAt(20) == 'A' ? 'B' : 'A';
    String changed = stored.substring(0, 20) + swapped + stored.substring(21);
    FieldCipher other = new AesFieldCipher(EncryptionKey.parse(OTHER_KEY));

    assertThatThrownBy(() -> cipher.decrypt(changed)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> other.decrypt(stored)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> TestCiphers.plain().decrypt(stored))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void plainTextsFromBeforeTheKeyStayReadable() {
    FieldCipher plain = TestCiphers.plain();

    assertThat(plain.encrypt(PHONE)).isEqualTo(PHONE);
    assertThat(TestCiphers.withKey().decrypt(PHONE)).isEqualTo(PHONE);
    assertThat(TestCiphers.withKey().decrypt(plain.encrypt("enc1:typed"))).isEqualTo("enc1:typed");
  }

  @Test
  void hashesAreEqualForEqualTextsUnderOneKeyOnly() {
    FieldCipher cipher = TestCiphers.withKey();
    FieldCipher other = new AesFieldCipher(EncryptionKey.parse(OTHER_KEY));

    assertThat(cipher.keyedHash(PHONE)).isEqualTo(TestCiphers.withKey().keyedHash(PHONE));
    assertThat(cipher.keyedHash(PHONE)).isNotEqualTo(cipher.keyedHash(PHONE + "0"));
    assertThat(cipher.keyedHash(PHONE)).isNotEqualTo(other.keyedHash(PHONE));
    assertThat(cipher.keyedHash(PHONE)).isNotEqualTo(TestCiphers.plain().keyedHash(PHONE));
    assertThat(cipher.keyedHash(PHONE)).matches("[0-9a-f]{64}");
  }

  @Test
  void anUnusableKeyIsExplainedWithoutShowingIt() {
    assertThatThrownBy(() -> EncryptionKey.parse("not-base-64!"))
        .isInstanceOf(EncryptionKeyException.class)
        .hasMessageContaining("openssl rand -base64 32")
        .hasMessageNotContaining("not-base-64!")
        .hasNoCause();
    assertThatThrownBy(() -> EncryptionKey.parse("c2hvcnQ="))
        .hasMessageContaining("has 5 bytes, 32 are needed")
        .hasMessageNotContaining("c2hvcnQ=");
  }
}
