package io.github.xunbang.deal.internal;

import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandRejectedException;
import java.io.Serial;
import java.util.Map;

/** What was asked about money of a deal cannot be read or done; names a reply text of 回款. */
final class MoneyProblem extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Map<String, ?> values;

  MoneyProblem(String key, Map<String, ?> values) {
    super(key);
    this.key = key;
    this.values = Map.copyOf(values);
  }

  MoneyProblem(String key) {
    this(key, Map.of());
  }

  String key() {
    return key;
  }

  /** In the words of the 回款 file. */
  CommandRejectedException toRejection(CommandDefinition texts) {
    CommandRejectedException rejection = new CommandRejectedException(texts.text(key, values));
    rejection.initCause(this);
    return rejection;
  }
}
