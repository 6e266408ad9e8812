package io.github.xunbang.storage;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.github.xunbang.storage.embedded.EmbeddedDatabase;
import java.nio.file.Path;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultDbRefResolver;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/**
 * The embedded database with a {@code MongoTemplate} set up as in the product, without Spring Boot;
 * starts in a blink. {@code try (var db = EmbeddedTestDatabase.inMemory()) { db.template() … }}
 */
public final class EmbeddedTestDatabase implements AutoCloseable {

  private final EmbeddedDatabase server;
  private final MongoClient client;
  private final MongoTemplate template;

  private EmbeddedTestDatabase(EmbeddedDatabase server) {
    this.server = server;
    client = MongoClients.create(server.connectionString());
    template = templateFor(client);
  }

  /** A database of its own that is gone when closed. */
  public static EmbeddedTestDatabase inMemory() {
    return new EmbeddedTestDatabase(EmbeddedDatabase.inMemory());
  }

  /** The database in {@code folder}, for tests that close and open it again. */
  public static EmbeddedTestDatabase in(Path folder) {
    return new EmbeddedTestDatabase(EmbeddedDatabase.open(folder));
  }

  /** A template as the product's rooms get it. */
  public MongoTemplate template() {
    return template;
  }

  /** For clients of the test's own. */
  public String connectionString() {
    return server.connectionString();
  }

  /** A template over another client of the same conversions. */
  static MongoTemplate templateFor(MongoClient client) {
    var factory = new SimpleMongoClientDatabaseFactory(client, "xunbang");
    MongoCustomConversions conversions = StorageConversions.all();
    MongoMappingContext context = new MongoMappingContext();
    context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
    context.setAutoIndexCreation(false);
    context.afterPropertiesSet();
    var converter = new MappingMongoConverter(new DefaultDbRefResolver(factory), context);
    converter.setCustomConversions(conversions);
    converter.afterPropertiesSet();
    return new MongoTemplate(factory, converter);
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
