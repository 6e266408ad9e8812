package io.github.xunbang.command.internal;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong in one file, so that all of it is reported together. */
final class FileProblems {

  private final String place;
  private final List<String> found = new ArrayList<>();

  FileProblems(String place) {
    this.place = place;
  }

  /** {@code text} says what was found and what was expected. */
  void add(Node node, String text) {
    add(line(node), text);
  }

  void add(int line, String text) {
    found.add(place + ": " + text + " (line " + line + ")");
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<String> all() {
    return List.copyOf(found);
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
