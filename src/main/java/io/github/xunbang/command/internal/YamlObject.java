package io.github.xunbang.command.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML mapping read by key; everything unexpected becomes a problem with its line. Scalars are
 * taken as they are written: {@code say: 1} is the text 1.
 */
final class YamlObject {

  private final Node node;
  private final String what;
  private final FileProblems problems;
  private final Map<String, Node> values = new LinkedHashMap<>();

  /**
   * Reads {@code node}, called {@code what} in errors, and refuses keys other than {@code keys}.
   */
  YamlObject(Node node, String what, List<String> keys, FileProblems problems) {
    this.node = node;
    this.what = what;
    this.problems = problems;
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(tuple -> take(tuple, keys));
    } else {
      problems.add(node, what + " is " + kind(node) + "; expected keys " + String.join(", ", keys));
    }
  }

  private void take(NodeTuple tuple, List<String> keys) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      problems.add(tuple.getKeyNode(), "a key of " + what + " is no text; expected a word");
    } else if (!keys.isEmpty() && !keys.contains(key.getValue())) {
      problems.add(
          key,
          "unknown key \""
              + key.getValue()
              + "\" in "
              + what
              + "; expected one of "
              + String.join(", ", keys));
    } else if (values.put(key.getValue(), tuple.getValueNode()) != null) {
      problems.add(key, "key \"" + key.getValue() + "\" stands twice in " + what);
    }
  }

  Node node() {
    return node;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** The node at {@code key}, or the object itself, for error places. */
  Node place(String key) {
    return values.getOrDefault(key, node);
  }

  /** Text at {@code key}; a problem when it is missing or blank. */
  String required(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty() || text.get().isBlank()) {
      problems.add(place(key), what + " has no " + key + "; expected a text");
    }
    return text.orElse("");
  }

  Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key)).flatMap(value -> text(value, key));
  }

  /** A list of texts; a single text counts as a list of one. */
  List<ScalarNode> texts(String key) {
    List<ScalarNode> texts = new ArrayList<>();
    for (Node item : items(key)) {
      if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
        texts.add(scalar);
      } else {
        problems.add(item, key + " holds " + kind(item) + "; expected texts");
      }
    }
    return texts;
  }

  /** The items of a list; a single value counts as a list of one. */
  List<Node> items(String key) {
    Node value = values.get(key);
    if (value == null) {
      return List.of();
    }
    return value instanceof SequenceNode list ? list.getValue() : List.of(value);
  }

  /** Texts by key. */
  Map<String, String> textMap() {
    Map<String, String> texts = new LinkedHashMap<>();
    values.forEach((key, value) -> text(value, key).ifPresent(text -> texts.put(key, text)));
    return texts;
  }

  private Optional<String> text(Node value, String key) {
    if (value instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    problems.add(
        value,
        key + " is " + kind(value) + "; expected a text (quote it if it begins with { or [)");
    return Optional.empty();
  }

  private static String kind(Node node) {
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    return node instanceof ScalarNode scalar ? "\"" + scalar.getValue() + "\"" : "empty";
  }
}
