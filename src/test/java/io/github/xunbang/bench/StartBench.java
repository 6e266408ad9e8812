package io.github.xunbang.bench;

import io.github.xunbang.crash.ChildApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cold start to the first answered command, and resident memory at rest, on the embedded default.
 */
class StartBench {

  private static final int STARTS = 5;

  @TempDir Path folder;

  @Test
  void coldStartAndIdleMemory() throws Exception {
    List<Double> seconds = new ArrayList<>();
    long residentKilobytes = 0;
    for (int i = 0; i < STARTS; i++) {
      long start = System.nanoTime();
      try (ChildApplication child = ChildApplication.start(folder.resolve("data" + i), List.of())) {
        child.say("g", "张敏", "m1", "日报 意向12");
        seconds.add((System.nanoTime() - start) / 1e9);
        residentKilobytes = Math.max(residentKilobytes, resident(child.pid()));
      }
    }
    Collections.sort(seconds);
    System.out.printf(
        "START to first answer: median %.2f s of %d (aim <= 2.5); resident %d MB (aim <= 250)%n",
        seconds.get(STARTS / 2), STARTS, residentKilobytes / 1024);
  }

  private static long resident(long pid) throws Exception {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
