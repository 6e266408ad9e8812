package io.github.xunbang.leave.check;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody answered.
 *
 * @param outing whether it was said by 外出
 */
record RollCallAnswer(String memberId, Instant at, boolean outing) {

  /** Whole minutes since the call began. */
  long minutes(RollCall call) {
    return Math.max(0, Duration.between(call.from(), at).toMinutes());
  }
}
