package io.github.xunbang.storage.embedded;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets many writers share one commit. A write runs under the shared lock, so that no commit can cut
 * it in half; then its thread waits until a commit that began after it is on the disk. The first
 * one to wait becomes the leader and commits for all who finished their write before it.
 */
final class GroupCommit {

  private final ReadWriteLock state = new ReentrantReadWriteLock();
  private final Runnable commit;
  private final Runnable sync;

  private final Object monitor = new Object();
  private long written;
  private long durable;
  private boolean leading;

  /**
   * A group commit over a store.
   *
   * @param commit writes all changes; called alone, with no write running
   * @param sync forces what was committed to the disk; writes may run meanwhile
   */
  GroupCommit(Runnable commit, Runnable sync) {
    this.commit = commit;
    this.sync = sync;
  }

  /** Runs {@code write} and returns, or throws, only when its effects are on the disk. */
  <T extends @Nullable Object> T write(Supplier<T> write) {
    long[] ticket = new long[1];
    try {
      return underSharedLock(write, ticket);
    } finally {
      // A refused write waits too: it may have read, and now reports, what is not durable yet.
      awaitDurable(ticket[0]);
    }
  }

  /** Runs {@code work} alone, with no write and no commit running. */
  void alone(Runnable work) {
    state.writeLock().lock();
    try {
      work.run();
    } finally {
      state.writeLock().unlock();
    }
  }

  private <T extends @Nullable Object> T underSharedLock(Supplier<T> write, long[] ticket) {
    state.readLock().lock();
    try {
      return write.get();
    } finally {
      synchronized (monitor) {
        ticket[0] = ++written;
      }
      state.readLock().unlock();
    }
  }

  private void awaitDurable(long ticket) {
    if (!waitForLeadership(ticket)) {
      return;
    }
    long reached = -1;
    try {
      reached = commitAll();
    } finally {
      synchronized (monitor) {
        leading = false;
        durable = Math.max(durable, reached);
        monitor.notifyAll();
      }
    }
  }

  /** Waits until {@code ticket} is durable (false) or the caller has to commit itself (true). */
  private boolean waitForLeadership(long ticket) {
    boolean interrupted = false;
    synchronized (monitor) {
      while (durable < ticket && leading) {
        try {
          monitor.wait();
        } catch (InterruptedException e) {
          // An acknowledgement must not depend on who interrupts whom: finish waiting first.
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (durable >= ticket) {
        return false;
      }
      leading = true;
      return true;
    }
  }

  private long commitAll() {
    long[] reached = new long[1];
    alone(
        () -> {
          synchronized (monitor) {
            reached[0] = written;
          }
          commit.run();
        });
    sync.run();
    return reached[0];
  }
}
