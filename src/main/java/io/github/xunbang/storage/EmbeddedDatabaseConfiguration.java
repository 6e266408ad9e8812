package io.github.xunbang.storage;

import com.mongodb.ConnectionString;
import io.github.xunbang.storage.embedded.EmbeddedDatabase;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Starts the embedded database when no MongoDB is named, and tells which of the two it is. */
@Configuration(proxyBeanMethods = false)
class EmbeddedDatabaseConfiguration {

  /** Without {@code spring.mongodb.uri}; a blank value counts as unset (design section 15). */
  @Configuration(proxyBeanMethods = false)
  @Conditional(NoServerNamed.class)
  static class Embedded {

    @Bean
    EmbeddedDatabase embeddedDatabase(StorageProperties properties) {
      return EmbeddedDatabase.open(properties.dataDir());
    }

    @Bean
    MongoConnectionDetails embeddedConnectionDetails(EmbeddedDatabase database) {
      ConnectionString connection = new ConnectionString(database.connectionString());
      return () -> connection;
    }

    @Bean
    DatabaseKind embeddedKind() {
      return DatabaseKind.EMBEDDED;
    }
  }

  /** With a MongoDB of the operator's. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(ServerNamed.class)
  static class Server {

    @Bean
    DatabaseKind serverKind() {
      return DatabaseKind.SERVER;
    }
  }

  static final class NoServerNamed implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !StringUtils.hasText(context.getEnvironment().getProperty("spring.mongodb.uri"));
    }
  }

  static final class ServerNamed implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return StringUtils.hasText(context.getEnvironment().getProperty("spring.mongodb.uri"));
    }
  }
}
