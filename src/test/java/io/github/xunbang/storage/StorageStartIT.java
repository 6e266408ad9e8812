package io.github.xunbang.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.XunbangApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The application on the embedded database, as a newcomer starts it. */
class StorageStartIT {

  @TempDir Path folder;

  @Test
  void aBlankAddressMeansTheEmbeddedDatabaseInTheDataFolder() {
    try (ConfigurableApplicationContext context = start()) {
      MongoTemplate mongo = context.getBean(MongoTemplate.class);

      assertThat(context.getBean(DatabaseKind.class)).isEqualTo(DatabaseKind.EMBEDDED);
      assertThat(mongo.getDb().getName()).isEqualTo("xunbang");
      assertThat(mongo.findById("schema", Document.class, "schema")).containsKey("version");
      assertThat(context.getBean(HealthEndpoint.class).health().getStatus()).isEqualTo(Status.UP);
      assertThat(Files.exists(folder.resolve("xunbang.mv.db"))).isTrue();
    }
  }

  @Test
  void startsAgainOnTheSameFolderAfterAStop() {
    start().close();

    try (ConfigurableApplicationContext context = start()) {
      assertThat(context.isRunning()).isTrue();
    }
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(XunbangApplication.class)
        .run(
            "--spring.mongodb.uri= ",
            "--xunbang.data-dir=" + folder,
            "--server.port=0",
            "--server.address=127.0.0.1");
  }
}
