package io.github.xunbang.storage.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.MVStore;

/** Answers a command that may have changed something only when the change is on the disk. */
final class DurableBackend extends H2Backend {

  /** Everything else counts as a write: a command forgotten here is slow, never unsafe. */
  private static final Set<String> READS =
      Set.of(
          "find",
          "count",
          "distinct",
          "getmore",
          "killcursors",
          "ping",
          "hello",
          "ismaster",
          "buildinfo",
          "serverstatus",
          "whatsmyuri",
          "getlasterror",
          "listcollections",
          "listindexes",
          "listdatabases",
          "dbstats",
          "collstats",
          "endsessions",
          "hostinfo");

  /** Milliseconds that H2 may spend on compaction when it closes. */
  private static final int NO_COMPACTION = 0;

  private final GroupCommit commits;

  DurableBackend(MVStore store, GroupCommit commits) {
    super(store);
    this.commits = commits;
  }

  /**
   * Closes the file as it is. H2 2.4.240 moves chunks when it compacts at closing and was seen to
   * fail an assertion of its own free-space map there; everything is committed by then, and {@link
   * Housekeeping} keeps the file small without moving chunks.
   */
  @Override
  public void close() {
    if (!isInMemory() && !getMvStore().isClosed()) {
      getMvStore().close(NO_COMPACTION);
    }
    super.close();
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String databaseName) {
    return new DocumentDatabase(databaseName, getMvStore(), getCursorRegistry());
  }

  @Override
  public Document handleCommand(
      Channel channel, String databaseName, String command, Document query) {
    if (isRead(command, query)) {
      return execute(channel, databaseName, command, query);
    }
    return commits.write(() -> execute(channel, databaseName, command, query));
  }

  /** Holds the version it reads, so that no commit reuses the space of pages it still needs. */
  private Document execute(Channel channel, String databaseName, String command, Document query) {
    // The new name of the greeting, which Spring Boot's health indicator uses.
    String known = command.equals("hello") ? "ismaster" : command;
    MVStore.TxCounter version = getMvStore().registerVersionUsage();
    try {
      return super.handleCommand(channel, databaseName, known, query);
    } finally {
      getMvStore().deregisterVersionUsage(version);
    }
  }

  private static boolean isRead(String command, Document query) {
    String name = command.toLowerCase(Locale.ROOT);
    return READS.contains(name) || (name.equals("aggregate") && !storesItsResult(query));
  }

  private static boolean storesItsResult(Document query) {
    return !(query.get("pipeline") instanceof List<?> stages)
        || stages.stream()
            .anyMatch(
                stage ->
                    stage instanceof Map<?, ?> map
                        && (map.containsKey("$out") || map.containsKey("$merge")));
  }
}
