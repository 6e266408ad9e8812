package io.github.xunbang.storage.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A MongoDB server in this process, on a free port of the loopback interface. What it acknowledges
 * survives SIGKILL at any moment.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  /** The file inside the data folder that holds everything. */
  public static final String FILE = "xunbang.mv.db";

  /** Writers wait for a shared commit on their connection's thread, so there must be many. */
  private static final int SERVER_THREADS = 64;

  private static final int CACHE_MEGABYTES = 32;

  private final MVStore store;
  private final MongoServer server;
  private final Housekeeping housekeeping;
  private final String connectionString;

  private EmbeddedDatabase(MVStore store) {
    this.store = store;
    GroupCommit commits = new GroupCommit(store::commit, store::sync);
    server = new MongoServer(new DurableBackend(store, commits));
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, SERVER_THREADS);
    connectionString = "mongodb://127.0.0.1:" + server.getLocalAddress().getPort();
    housekeeping = new Housekeeping(store, commits);
  }

  /**
   * Opens or creates the database in {@code folder}.
   *
   * @throws DataFolderInUseException when another process has it open
   */
  public static EmbeddedDatabase open(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The data folder " + absolute + " cannot be made; set xunbang.data-dir to a writable one",
          e);
    }
    return new EmbeddedDatabase(openStore(absolute));
  }

  /** A database that is gone when closed, for tests. */
  public static EmbeddedDatabase inMemory() {
    return new EmbeddedDatabase(MVStore.open(null));
  }

  private static MVStore openStore(Path folder) {
    try {
      MVStore store =
          new MVStore.Builder()
              .fileName(folder.resolve(FILE).toString())
              .autoCommitDisabled()
              .cacheSize(CACHE_MEGABYTES)
              .open();
      // Free space is reused at once: commits are synced, and readers hold the version they read.
      store.setRetentionTime(0);
      return store;
    } catch (MVStoreException e) {
      if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
        throw new DataFolderInUseException(folder, e);
      }
      throw e;
    }
  }

  /** Where to connect to, without a database name. */
  public String connectionString() {
    return connectionString;
  }

  /** Stops the server, lets running writes finish and closes the file. */
  @Override
  public void close() {
    housekeeping.close();
    if (!store.isClosed()) {
      server.stopListening();
      server.shutdownNow();
    }
  }
}
