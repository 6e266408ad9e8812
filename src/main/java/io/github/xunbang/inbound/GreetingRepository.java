package io.github.xunbang.inbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.message.Conversation;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Greeted groups in the collection {@code greetings}; one insert per group and process. */
@Repository
class GreetingRepository implements Greetings {

  private final MongoTemplate mongo;
  private final BusinessClock clock;
  private final Cache<String, Boolean> greeted = Caffeine.newBuilder().maximumSize(50_000).build();

  GreetingRepository(MongoTemplate mongo, BusinessClock clock) {
    this.mongo = mongo;
    this.clock = clock;
  }

  @Override
  public boolean first(Conversation group) {
    String key = group.key();
    if (greeted.getIfPresent(key) != null) {
      return false;
    }
    boolean first = insert(key);
    greeted.put(key, true);
    return first;
  }

  private boolean insert(String key) {
    try {
      mongo.insert(new GreetingDocument(key, clock.realTime().instant()));
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }
}
