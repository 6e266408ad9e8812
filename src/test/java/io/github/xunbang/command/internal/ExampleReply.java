package io.github.xunbang.command.internal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The expected answer of an example. Whole lines must match; {@code …} stands for any text within a
 * line, and alone on a line for any number of lines, none included.
 */
record ExampleReply(String expected) {

  private static final String ANY = "…";

  /** Whether {@code answer}, line by line, is what is expected. */
  boolean matches(String answer) {
    return matches(lines(expected), lines(answer));
  }

  private static List<String> lines(String text) {
    return text.strip().lines().map(String::stripTrailing).toList();
  }

  private static boolean matches(List<String> expected, List<String> actual) {
    if (expected.isEmpty()) {
      return actual.isEmpty();
    }
    List<String> rest = expected.subList(1, expected.size());
    if (expected.get(0).strip().equals(ANY)) {
      return Stream.iterate(0, from -> from <= actual.size(), from -> from + 1)
          .anyMatch(from -> matches(rest, actual.subList(from, actual.size())));
    }
    return !actual.isEmpty()
        && line(expected.get(0)).matcher(actual.get(0)).matches()
        && matches(rest, actual.subList(1, actual.size()));
  }

  private static Pattern line(String expected) {
    return Pattern.compile(
        Stream.of(expected.split(ANY, -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
  }
}
