package io.github.xunbang.incentive.scheme.store;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a plain map, read strictly: whoever misspells a key in a template learns it at
 * start.
 */
final class Fields {

  private final String where;
  private final Map<?, ?> map;
  private final TreeSet<String> unread = new TreeSet<>();

  /**
   * The fields of {@code value}.
   *
   * @param where for the message when something is wrong
   * @throws IllegalArgumentException when it is no map
   */
  Fields(String where, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> fields)) {
      throw new IllegalArgumentException(where + ": expected fields, found " + value);
    }
    this.where = where;
    this.map = fields;
    fields.keySet().forEach(key -> unread.add(String.valueOf(key)));
  }

  boolean has(String key) {
    return map.get(key) != null;
  }

  String text(String key) {
    Object value = take(key);
    if (value == null) {
      throw new IllegalArgumentException(where + ": no " + key);
    }
    return value.toString();
  }

  @Nullable String textOrNull(String key) {
    return has(key) ? text(key) : null;
  }

  BigDecimal number(String key) {
    try {
      return new BigDecimal(text(key));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(where + ": " + key + " is no number", e);
    }
  }

  @Nullable BigDecimal numberOrNull(String key) {
    return has(key) ? number(key) : null;
  }

  int whole(String key, int otherwise) {
    return has(key) ? number(key).intValueExact() : otherwise;
  }

  boolean flag(String key) {
    return has(key) && Boolean.parseBoolean(text(key));
  }

  <E extends Enum<E>> E word(String key, E otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    String typed = text(key);
    return Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
        .filter(constant -> word(constant).equals(typed))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(where + ": " + key + " cannot be " + typed));
  }

  Fields fields(String key) {
    return new Fields(where + "." + key, take(key));
  }

  List<String> texts(String key) {
    return list(key).stream().map(String::valueOf).toList();
  }

  <T> List<T> each(String key, Function<Fields, T> reading) {
    return list(key).stream()
        .map(part -> reading.apply(new Fields(where + "." + key, part)))
        .toList();
  }

  private List<?> list(String key) {
    Object value = take(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw new IllegalArgumentException(where + ": " + key + " is no list");
    }
    return list;
  }

  IllegalArgumentException unknown(String what) {
    return new IllegalArgumentException(
        where
            + ": no known "
            + what
            + " among "
            + map.keySet().stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  /** Refuses what nobody asked for. */
  void done() {
    if (!unread.isEmpty()) {
      throw new IllegalArgumentException(where + ": unknown " + String.join(", ", unread));
    }
  }

  private @Nullable Object take(String key) {
    unread.remove(key);
    return map.get(key);
  }

  /** How a constant is written: {@code half-month}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
