package io.github.xunbang.schedule;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waiting jobs in memory, earliest first. It is a list of candidates, never the truth: whoever
 * takes one still has to claim it in the database.
 */
final class JobQueue {

  private record Waiting(String id, Instant dueAt, @Nullable Instant nextTryAt) {
    boolean mayRun(Instant realNow) {
      return nextTryAt == null || !nextTryAt.isAfter(realNow);
    }
  }

  private final Supplier<Iterable<JobDocument>> initial;
  private final Map<String, Waiting> byId = new HashMap<>();
  private final TreeSet<Waiting> byTime =
      new TreeSet<>(Comparator.comparing(Waiting::dueAt).thenComparing(Waiting::id));
  private boolean loaded;

  /** A queue that asks {@code initial} for what is waiting already when it is first used. */
  JobQueue(Supplier<Iterable<JobDocument>> initial) {
    this.initial = initial;
  }

  synchronized void put(JobDocument job) {
    load();
    add(job);
  }

  synchronized void remove(String id) {
    load();
    Waiting old = byId.remove(id);
    if (old != null) {
      byTime.remove(old);
    }
  }

  /**
   * Removes and returns the earliest job due at or before {@code until} that is not backing off.
   */
  synchronized Optional<String> take(Instant until, Instant realNow) {
    load();
    for (Waiting job : byTime) {
      if (job.dueAt().isAfter(until)) {
        break;
      }
      if (job.mayRun(realNow)) {
        byTime.remove(job);
        byId.remove(job.id());
        return Optional.of(job.id());
      }
    }
    return Optional.empty();
  }

  /** When the next job that is not backing off is due. */
  synchronized Optional<Instant> nextDue(Instant realNow) {
    load();
    return byTime.stream().filter(job -> job.mayRun(realNow)).map(Waiting::dueAt).findFirst();
  }

  private void load() {
    if (!loaded) {
      initial.get().forEach(this::add);
      loaded = true;
    }
  }

  private void add(JobDocument job) {
    Waiting waiting = new Waiting(job.id(), job.dueAt(), job.nextTryAt());
    Waiting old = byId.put(job.id(), waiting);
    if (old != null) {
      byTime.remove(old);
    }
    byTime.add(waiting);
  }
}
