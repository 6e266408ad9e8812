package io.github.xunbang.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a posting process with SIGKILL again and again, around the sending of answers, reminders,
 * boards in parts, merged and private posts. Nothing may appear twice, nothing may hang.
 */
class OutboxCrashIT {

  private static final int KILLS = 20;

  @TempDir Path folder;

  @Test
  void overTwentyKillsNothingAppearsTwiceAndWhatIsUnknownIsTold() throws Exception {
    Random random = new Random(20261203);
    for (int kill = 0; kill < KILLS; kill++) {
      Process child = start("run" + kill);
      try {
        long before = shown().size();
        Awaitility.await("posts of " + folder)
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(20))
            .until(() -> shown().size() > before + 10);
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(150)).toNanos());
      } finally {
        child.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    }

    List<PostDocument> ended = finishTheRest();

    assertThat(shown()).doesNotHaveDuplicates();
    assertThat(ended)
        .extracting(PostDocument::state)
        .containsOnly(PostState.SENT, PostState.UNKNOWN);
    Set<String> shown = new HashSet<>(shown());
    assertThat(ended)
        .filteredOn(post -> post.state() == PostState.SENT && isGroup(post))
        .allMatch(post -> shown.containsAll(post.text().lines().toList()));
    assertThat(told())
        .as("an UNKNOWN post is told under one number")
        .containsExactlyInAnyOrderElementsOf(unknown(ended));
    assertThat(told().size()).as("kills in the middle of sending").isGreaterThan(KILLS / 2);
  }

  /** What the last process left, as the next one would do it. */
  private List<PostDocument> finishTheRest() {
    try (EmbeddedTestDatabase db = EmbeddedTestDatabase.in(folder.resolve("data"))) {
      BusinessClock clock = new BusinessClock(Clock.system(ZoneId.of("Asia/Shanghai")));
      DurableOutboxService outbox = OutboxChild.service(db, clock, folder);
      Awaitility.await("empty queue")
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                outbox.drain();
                return outbox.waitingByChannel("o1").isEmpty();
              });
      return db.template().findAll(PostDocument.class);
    }
  }

  private static boolean isGroup(PostDocument post) {
    return post.conversation().isGroup();
  }

  private static Set<String> unknown(List<PostDocument> ended) {
    Set<String> all = new HashSet<>();
    ended.stream()
        .filter(post -> post.state() == PostState.UNKNOWN)
        .forEach(post -> all.add(post.id() + " " + post.toldAs()));
    return all;
  }

  private Set<String> told() throws IOException {
    Path file = OutboxChild.told(folder);
    return Files.exists(file) ? new HashSet<>(Files.readAllLines(file)) : Set.of();
  }

  private List<String> shown() throws IOException {
    Path file = OutboxChild.shown(folder);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private Process start(String word) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                OutboxChild.class.getName(),
                folder.toString(),
                word));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(word + ".log").toFile())
        .start();
  }
}
