package io.github.xunbang.storage;

import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * One step from a schema version to the next. Rooms implement it as a bean; all pending steps run
 * at start, once, under a lease, in order of {@link #version()}. A step must be repeatable: a crash
 * may run it again. Steps run before the web server, channels and workers start; nothing may touch
 * data earlier, that is in a constructor or {@code @PostConstruct}.
 */
public interface Migration {

  /** The schema version that is reached when the step has run; positive, unique in the program. */
  int version();

  /** Brings the stored data to {@link #version()}: collections, indexes, changed documents. */
  void migrate(MongoTemplate mongo);
}
