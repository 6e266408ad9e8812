package io.github.xunbang.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Repository;

/** Keeps business time minus real time. */
@Repository
@ConditionalOnSimulator
class ClockOffsetRepository {

  private static final String ID = "clock";

  private final MongoTemplate mongo;

  ClockOffsetRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  Duration load() {
    @Nullable OffsetDocument stored = mongo.findById(ID, OffsetDocument.class);
    return stored == null ? Duration.ZERO : Duration.ofMillis(stored.offsetMillis());
  }

  void save(Duration offset) {
    mongo.save(new OffsetDocument(ID, offset.toMillis()));
  }

  @Document("simulator_clock")
  record OffsetDocument(@Id String id, long offsetMillis) {}
}
