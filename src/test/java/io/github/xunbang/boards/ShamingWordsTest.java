package io.github.xunbang.boards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words that never reach a group (design section 7). */
class ShamingWordsTest {

  private static final List<String> NEVER = List.of("倒数", "垫底", "末位", "拖后腿");

  @Test
  void noCommandFileAndNoTextInTheCodeShamesAnybody() {
    List<String> shaming =
        Stream.of("bot-commands", "src/main")
            .map(Path::of)
            .flatMap(ShamingWordsTest::files)
            .flatMap(ShamingWordsTest::spokenLines)
            .filter(line -> NEVER.stream().anyMatch(line::contains))
            .toList();

    assertThat(shaming).isEmpty();
  }

  private static Stream<Path> files(Path root) {
    try {
      return Files.walk(root).filter(file -> file.toString().matches(".*\\.(java|ya?ml|html|js)"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Comments may name the words. */
  private static Stream<String> spokenLines(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.startsWith("*") && !line.startsWith("/") && !line.startsWith("#"))
          .map(line -> file + ": " + line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
