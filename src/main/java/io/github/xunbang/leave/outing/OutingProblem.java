package io.github.xunbang.leave.outing;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import java.io.Serial;
import java.util.Map;

/** What was asked cannot be read or done; names a reply text of 外出. */
final class OutingProblem extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Map<String, ?> values;

  OutingProblem(String key, Map<String, ?> values) {
    super(key);
    this.key = key;
    this.values = Map.copyOf(values);
  }

  OutingProblem(String key) {
    this(key, Map.of());
  }

  /** In the words of the command's file. */
  CommandRejectedException toRejection(CommandCall call) {
    CommandRejectedException rejection = call.rejection(key, values);
    rejection.initCause(this);
    return rejection;
  }
}
