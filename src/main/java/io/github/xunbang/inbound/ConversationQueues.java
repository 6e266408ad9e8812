package io.github.xunbang.inbound;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the tasks of one conversation one after the other and those of different conversations in
 * parallel, without a thread per conversation. An idle conversation costs nothing.
 */
final class ConversationQueues {

  private static final Logger log = LoggerFactory.getLogger(ConversationQueues.class);

  private final Executor executor;
  private final int capacity;
  private final Map<String, Queue<Runnable>> queues = new HashMap<>();
  private int waiting;

  /** At most {@code capacity} tasks wait or run; memory is bounded by that. */
  ConversationQueues(Executor executor, int capacity) {
    this.executor = executor;
    this.capacity = capacity;
  }

  /** Takes the task, or returns false when too many are waiting. */
  boolean offer(String conversation, Runnable task) {
    synchronized (queues) {
      if (waiting >= capacity) {
        return false;
      }
      waiting++;
      Queue<Runnable> queue = queues.get(conversation);
      if (queue != null) {
        queue.add(task);
        return true;
      }
      queues.put(conversation, new ArrayDeque<>(2));
    }
    executor.execute(() -> run(conversation, task));
    return true;
  }

  /** Runs one task, then gives the worker back so that a busy group never starves the others. */
  private void run(String conversation, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      log.error("Message task failed: conversation={}", conversation, e);
    } finally {
      Runnable next = next(conversation);
      if (next != null) {
        executor.execute(() -> run(conversation, next));
      }
    }
  }

  private @Nullable Runnable next(String conversation) {
    synchronized (queues) {
      waiting--;
      Queue<Runnable> queue = queues.get(conversation);
      Runnable next = queue == null ? null : queue.poll();
      if (next == null) {
        queues.remove(conversation);
      }
      if (waiting == 0) {
        queues.notifyAll();
      }
      return next;
    }
  }

  /** Waits until nothing is left to do, at most {@code timeout}; tells whether that is so. */
  boolean awaitEmpty(Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    synchronized (queues) {
      while (waiting > 0) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          return false;
        }
        queues.wait(left);
      }
      return true;
    }
  }

  /** Tasks waiting or running. */
  int waiting() {
    synchronized (queues) {
      return waiting;
    }
  }
}
