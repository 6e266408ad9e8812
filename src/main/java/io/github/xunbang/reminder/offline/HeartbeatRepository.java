package io.github.xunbang.reminder.offline;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** One heartbeat per channel, whatever the number of instances and organizations. */
@Repository
class HeartbeatRepository {

  private final MongoTemplate mongo;

  HeartbeatRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  Optional<Instant> last(String channel) {
    return Optional.ofNullable(mongo.findById(channel, HeartbeatDocument.class))
        .map(HeartbeatDocument::at);
  }

  void beat(String channel, Instant at) {
    mongo.save(new HeartbeatDocument(channel, at));
  }
}
