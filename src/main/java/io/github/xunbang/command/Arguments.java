package io.github.xunbang.command;

import java.util.Map;
import java.util.Optional;

/**
 * Parsed arguments by name; a missing optional argument is absent.
 *
 * @param values argument name to the value its {@link ArgumentType} made
 */
public record Arguments(Map<String, Object> values) {

  /** No arguments. */
  public static final Arguments NONE = new Arguments(Map.of());

  public Arguments {
    values = Map.copyOf(values);
  }

  /** The argument {@code name} if it was given. */
  public <T> Optional<T> find(String name, Class<T> type) {
    return Optional.ofNullable(values.get(name)).map(type::cast);
  }

  /** The required argument {@code name}. */
  public <T> T get(String name, Class<T> type) {
    return find(name, type)
        .orElseThrow(() -> new IllegalStateException("Argument missing: " + name));
  }
}
