package io.github.xunbang.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs the same number of operations at a given concurrency, or at a given rate, and keeps every
 * latency.
 *
 * @param name what was measured
 * @param seconds wall time
 * @param cpuSeconds processor time of this whole process meanwhile; callers, service and database
 *     are all in it. Unlike wall time it does not depend on what else the machine does
 * @param nanos sorted latencies
 */
record Measured(String name, double seconds, double cpuSeconds, long[] nanos) {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** One operation; the number tells which. */
  interface Operation {
    void run(int number) throws Exception;
  }

  /** As fast as {@code threads} callers can, each waiting for its answer. */
  static Measured closedLoop(String name, int threads, int from, int count, Operation operation)
      throws Exception {
    return run(name, threads, from, count, 0, operation);
  }

  /** {@code perSecond} operations a second, latency counted from the moment each was due. */
  static Measured openLoop(
      String name, int threads, int from, int count, double perSecond, Operation operation)
      throws Exception {
    return run(name, threads, from, count, perSecond, operation);
  }

  private static Measured run(
      String name, int threads, int from, int count, double perSecond, Operation operation)
      throws Exception {
    long[] nanos = new long[count];
    AtomicInteger next = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    long startCpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    for (int thread = 0; thread < threads; thread++) {
      pool.execute(
          () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
              long due = perSecond > 0 ? start + (long) (i * 1e9 / perSecond) : System.nanoTime();
              for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
              }
              try {
                operation.run(from + i);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
              nanos[i] = System.nanoTime() - due;
            }
            done.countDown();
          });
    }
    if (!done.await(5, TimeUnit.MINUTES)) {
      throw new IllegalStateException(name + " did not finish");
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = (SYSTEM.getProcessCpuTime() - startCpu) / 1e9;
    pool.shutdown();
    Arrays.sort(nanos);
    return new Measured(name, seconds, cpuSeconds, nanos);
  }

  double perSecond() {
    return nanos.length / seconds;
  }

  double cpuMillisEach() {
    return cpuSeconds * 1000 / nanos.length;
  }

  double millis(double quantile) {
    return nanos[(int) Math.min(nanos.length - 1, Math.round(quantile * nanos.length))] / 1e6;
  }

  @Override
  public String toString() {
    return "%-42s %8.0f/s   p50 %6.2f ms   p99 %6.2f ms   cpu %5.2f ms each"
        .formatted(name, perSecond(), millis(0.50), millis(0.99), cpuMillisEach());
  }
}
