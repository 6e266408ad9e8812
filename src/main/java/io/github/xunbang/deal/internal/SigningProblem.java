package io.github.xunbang.deal.internal;

import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandRejectedException;
import java.io.Serial;
import java.util.Map;

/** What was asked cannot be read or done; names a reply text of 签单. */
final class SigningProblem extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Map<String, ?> values;

  SigningProblem(String key, Map<String, ?> values) {
    super(key);
    this.key = key;
    this.values = Map.copyOf(values);
  }

  SigningProblem(String key) {
    this(key, Map.of());
  }

  /** In the words of the 签单 file. */
  CommandRejectedException toRejection(CommandDefinition texts) {
    CommandRejectedException rejection = new CommandRejectedException(texts.text(key, values));
    rejection.initCause(this);
    return rejection;
  }
}
