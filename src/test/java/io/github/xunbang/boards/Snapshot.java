package io.github.xunbang.boards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares text with a file; {@code -DupdateSnapshots} rewrites it and still fails that run. */
public final class Snapshot {

  private Snapshot() {}

  /** {@code file} is relative to the resources folder of the test's class. */
  public static void assertMatches(Class<?> test, String file, String actual) {
    Path path = Path.of("src/test/resources", test.getName().replace('.', '/')).resolve(file);
    try {
      if (System.getProperty("updateSnapshots") != null) {
        Files.createDirectories(path.getParent());
        Files.writeString(path, actual + "\n");
        fail("Snapshot rewritten, look at it: " + path);
      }
      assertThat(actual + "\n").as(path.toString()).isEqualTo(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
