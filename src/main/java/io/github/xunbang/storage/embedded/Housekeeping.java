package io.github.xunbang.storage.embedded;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the file from growing without end: live pages of half-empty chunks are written anew, a
 * little at a time, so that the chunks become free and are used again.
 */
final class Housekeeping implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

  private static final int EVERY_MILLIS = 1000;

  /** Below this share of live data in the used chunks, some of it is rewritten. */
  private static final int FILL_PERCENT = 50;

  /** Writes wait meanwhile, so one step stays small. */
  private static final int STEP_BYTES = 2 * 1024 * 1024;

  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  /** Not worth the work below. */
  private static final long SMALL_FILE_BYTES = 8L * 1024 * 1024;

  private final MVStore store;
  private final GroupCommit commits;
  private final ScheduledExecutorService thread;

  Housekeeping(MVStore store, GroupCommit commits) {
    this.store = store;
    this.commits = commits;
    thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread made = new Thread(work, "embedded-housekeeping");
              made.setDaemon(true);
              return made;
            });
    if (store.getFileStore() != null) {
      thread.scheduleWithFixedDelay(this::step, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void step() {
    try {
      long stopAt = System.nanoTime() + STEP_NANOS;
      boolean more = true;
      while (more && !store.isClosed() && wasteful() && System.nanoTime() < stopAt) {
        more = rewriteSome();
      }
    } catch (RuntimeException e) {
      log.warn("Compaction of the embedded database failed; it is tried again", e);
    }
  }

  private boolean wasteful() {
    FileStore<?> file = store.getFileStore();
    return file.size() > SMALL_FILE_BYTES && rewritablePercent(file) < FILL_PERCENT;
  }

  /**
   * The rate over all chunks would count young dead ones, and full chunks be rewritten for ever.
   */
  private static int rewritablePercent(FileStore<?> file) {
    int[] percent = {100};
    file.populateInfo(
        (name, value) -> {
          if (name.equals("info.CHUNKS_FILL_RATE_RW")) {
            percent[0] = Integer.parseInt(value.replace("%", ""));
          }
        });
    return percent[0];
  }

  /**
   * What this leaves without a live page is dropped by a later commit, after the retention time.
   */
  private boolean rewriteSome() {
    boolean[] rewritten = new boolean[1];
    commits.alone(
        () -> {
          rewritten[0] = store.compact(FILL_PERCENT, STEP_BYTES);
          store.commit();
        });
    store.sync();
    return rewritten[0];
  }

  @Override
  public void close() {
    // Not shutdownNow: an interrupt in the middle of a write would close the file.
    thread.shutdown();
    try {
      if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
        log.warn("Compaction still runs while the embedded database closes");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
