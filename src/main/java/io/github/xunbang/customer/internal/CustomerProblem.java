package io.github.xunbang.customer.internal;

import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandRejectedException;
import java.io.Serial;
import java.util.Map;

/**
 * What was asked cannot be read or done; names a reply text of 客户. Its values never hold a phone
 * number in full.
 */
final class CustomerProblem extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Map<String, ?> values;

  CustomerProblem(String key, Map<String, ?> values) {
    super(key);
    this.key = key;
    this.values = Map.copyOf(values);
  }

  CustomerProblem(String key) {
    this(key, Map.of());
  }

  /** In the words of the 客户 file. */
  CommandRejectedException toRejection(CommandDefinition texts) {
    CommandRejectedException rejection = new CommandRejectedException(texts.text(key, values));
    rejection.initCause(this);
    return rejection;
  }

  /** The name of the reply text. */
  String key() {
    return key;
  }
}
