package io.github.xunbang.incentive.scheme.store;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a plain map of texts, lists and maps; what is absent or usual is left out. */
final class Plain {

  private final Map<String, Object> map = new LinkedHashMap<>();

  Plain with(String key, @Nullable Object value) {
    if (value instanceof BigDecimal number) {
      map.put(key, number.toPlainString());
    } else if (value instanceof Enum<?> constant) {
      map.put(key, Fields.word(constant));
    } else if (value != null) {
      map.put(key, value);
    }
    return this;
  }

  Plain unless(boolean usual, String key, @Nullable Object value) {
    return usual ? this : with(key, value);
  }

  Map<String, Object> map() {
    return map;
  }
}
