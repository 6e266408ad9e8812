package io.github.xunbang.customer.internal;

import java.io.Serial;
import java.util.Map;

/** A line about a customer that cannot be read; names a reply text of 跟进. */
final class FollowProblem extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Map<String, ?> values;

  FollowProblem(String key, Map<String, ?> values) {
    super(key);
    this.key = key;
    this.values = Map.copyOf(values);
  }

  String key() {
    return key;
  }

  Map<String, ?> values() {
    return values;
  }
}
