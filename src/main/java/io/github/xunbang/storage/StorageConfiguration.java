package io.github.xunbang.storage;

import com.mongodb.WriteConcern;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/** The connection, the same for every kind of server; the embedded one is added beside it. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

  private static final Logger log = LoggerFactory.getLogger(StorageConfiguration.class);

  /** How long a command looks for a server before it fails (design section 12). */
  private static final int SERVER_SELECTION_SECONDS = 2;

  @Bean
  MongoClientSettingsBuilderCustomizer durableWrites() {
    return settings ->
        settings
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .applyToClusterSettings(
                cluster ->
                    cluster.serverSelectionTimeout(SERVER_SELECTION_SECONDS, TimeUnit.SECONDS));
  }

  @Bean
  Lease lease(MongoTemplate mongo) {
    return new MongoLease(mongo, Clock.systemUTC());
  }

  /** A blank key counts as none (design section 15). */
  @Bean
  FieldCipher fieldCipher(@Value("${xunbang.encryption-key:}") String key) {
    if (!key.isBlank()) {
      return new AesFieldCipher(EncryptionKey.parse(key));
    }
    log.warn(
        "xunbang.encryption-key is not set: customers' phone numbers are stored unencrypted. Make a"
            + " key with \"openssl rand -base64 32\" and pass it as XUNBANG_ENCRYPTION_KEY.");
    return new PlainFieldCipher();
  }

  /** Before anything starts: the web server, channels and workers are SmartLifecycle beans. */
  @Bean
  SmartInitializingSingleton migrations(
      MongoTemplate mongo,
      Lease lease,
      ObjectProvider<Migration> steps,
      FieldCipher cipher,
      ObjectProvider<PlainFields> plainFields) {
    return () -> {
      new MigrationRunner(mongo, lease, steps.orderedStream().toList()).run();
      new EncryptionStart(mongo, lease, cipher, plainFields.orderedStream().toList()).run();
    };
  }

  @Bean
  MongoCustomConversions mongoCustomConversions() {
    return StorageConversions.all();
  }
}
