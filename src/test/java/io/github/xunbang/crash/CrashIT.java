package io.github.xunbang.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the service with SIGKILL under load. Each sender adds 1 per message and, when no answer
 * came, sends the same message id again after the restart. So at the end each sum equals the number
 * of messages: less means lost, more means counted twice.
 */
class CrashIT {

  /** Each costs a start of the service; {@code -Dcrash.kills=20} for a longer look. */
  private static final int KILLS = Integer.getInteger("crash.kills", 12);

  private static final int SENDERS = 8;

  @TempDir Path folder;

  @Test
  void noAcknowledgedReportIsLostOrCountedTwiceOverTwentyKills() throws Exception {
    Random random = new Random(20261203);
    AtomicReference<ChildApplication> current = new AtomicReference<>(start());
    for (int i = 0; i < SENDERS; i++) {
      current.get().say("crash", "员" + i, "hello" + i, "日报 意向0");
    }
    List<Sender> senders = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      Sender sender = new Sender("员" + i, current);
      senders.add(sender);
      running.add(threads.submit(sender));
    }

    for (int kill = 0; kill < KILLS; kill++) {
      awaitProgress(senders, 20 + random.nextInt(120));
      ChildApplication victim = current.getAndSet(null);
      victim.kill();
      current.set(start());
    }
    senders.forEach(Sender::stop);
    for (Future<?> each : running) {
      each.get(60, TimeUnit.SECONDS);
    }
    threads.shutdown();

    try (ChildApplication last = current.get()) {
      for (Sender sender : senders) {
        assertThat(last.say("crash", sender.user, "sum-" + sender.user, "我的"))
            .as("%s acknowledged %d", sender.user, sender.acknowledged)
            .contains("今天：意向客户" + sender.acknowledged);
      }
    }
    assertThat(senders.stream().mapToInt(sender -> sender.repeated).sum())
        .as("messages that were sent again after a kill")
        .isPositive();
  }

  private ChildApplication start() throws IOException {
    return ChildApplication.start(folder.resolve("data"), List.of());
  }

  private static void awaitProgress(List<Sender> senders, int messages) {
    int before = total(senders);
    Awaitility.await()
        .atMost(60, TimeUnit.SECONDS)
        .until(() -> total(senders) >= before + messages);
  }

  private static int total(List<Sender> senders) {
    return senders.stream().mapToInt(sender -> sender.acknowledged).sum();
  }

  /** One rep who never gives up on a message. */
  private static final class Sender implements Runnable {

    private final String user;
    private final AtomicReference<ChildApplication> target;
    private volatile boolean stopped;
    private volatile int acknowledged;
    private volatile int repeated;

    Sender(String user, AtomicReference<ChildApplication> target) {
      this.user = user;
      this.target = target;
    }

    void stop() {
      stopped = true;
    }

    @Override
    public void run() {
      for (int number = 0; !stopped && number < 9_000; number++) {
        deliver(user + "-" + number);
        acknowledged = acknowledged + 1;
      }
    }

    private void deliver(String messageId) {
      ChildApplication child = target.get();
      while (!deliveredBy(child, messageId)) {
        repeated = repeated + (child == null ? 0 : 1);
        child = successorOf(child);
      }
    }

    private boolean deliveredBy(ChildApplication child, String messageId) {
      if (child == null) {
        return false;
      }
      try {
        assertThat(child.say("crash", user, messageId, "日报 意向+1")).contains("已登记");
        return true;
      } catch (IOException killed) {
        return false;
      }
    }

    private ChildApplication successorOf(ChildApplication killed) {
      return Awaitility.await()
          .atMost(60, TimeUnit.SECONDS)
          .pollInterval(50, TimeUnit.MILLISECONDS)
          .until(target::get, next -> next != null && next != killed);
    }
  }
}
