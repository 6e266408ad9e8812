package io.github.xunbang.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Data and key are checked to fit at every start. */
class EncryptionStartIT {

  private static final FieldCipher OTHER =
      new AesFieldCipher(EncryptionKey.parse("//////////////////////////////////////////8="));

  private final EmbeddedTestDatabase database = EmbeddedTestDatabase.inMemory();
  private final AtomicInteger encrypted = new AtomicInteger();

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void theFirstKeyEncryptsWhatIsThereOnceAndBindsTheData() {
    start(TestCiphers.plain());
    assertThat(encrypted).hasValue(0);

    start(TestCiphers.withKey());
    start(TestCiphers.withKey());

    assertThat(encrypted).hasValue(1);
    assertThatThrownBy(() -> start(OTHER))
        .isInstanceOf(EncryptionKeyException.class)
        .hasMessageContaining("another xunbang.encryption-key");
    assertThatThrownBy(() -> start(TestCiphers.plain()))
        .isInstanceOf(EncryptionKeyException.class)
        .hasMessageContaining("is not set");
  }

  @Test
  void anInterruptedEncryptionRunsAgain() {
    PlainFields crashing =
        () -> {
          throw new IllegalStateException("crash");
        };

    assertThatThrownBy(() -> starting(TestCiphers.withKey(), crashing).run()).hasMessage("crash");

    assertThatCode(() -> start(TestCiphers.withKey())).doesNotThrowAnyException();
    assertThat(encrypted).hasValue(1);
  }

  private void start(FieldCipher cipher) {
    starting(cipher, encrypted::incrementAndGet).run();
  }

  private EncryptionStart starting(FieldCipher cipher, PlainFields room) {
    return new EncryptionStart(
        database.template(),
        new MongoLease(database.template(), Clock.systemUTC()),
        cipher,
        List.of(room));
  }
}
