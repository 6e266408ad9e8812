package io.github.xunbang.leave.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The roll calls of one organization's day, oldest first. */
record RollCallDay(List<RollCall> calls) {

  static final RollCallDay EMPTY = new RollCallDay(List.of());

  RollCallDay {
    calls = List.copyOf(calls);
  }

  Optional<RollCall> find(String key) {
    return calls.stream().filter(call -> call.key().equals(key)).findFirst();
  }

  /** The call that asks this member at {@code now}. */
  Optional<RollCall> runningFor(String memberId, Instant now) {
    return calls.stream().filter(call -> call.runsAt(now) && call.asks(memberId)).findFirst();
  }

  /**
   * The same day with another call, which asks those who were asked fewer than {@code perDay}
   * times.
   *
   * @throws CheckProblem when one runs for the same people, or all were asked often enough
   */
  RollCallDay opening(RollCall call, int perDay) {
    for (RollCall other : calls) {
      if (other.runsAt(call.from()) && other.members().stream().anyMatch(call::asks)) {
        throw new CheckProblem("running", Map.of("label", other.label()));
      }
    }
    List<String> asked =
        call.members().stream().filter(member -> timesAsked(member) < perDay).toList();
    if (asked.isEmpty()) {
      throw new CheckProblem("enough", Map.of("label", call.label(), "count", perDay));
    }
    RollCall opened = call.asking(asked).numbered(calls.size() + 1);
    return new RollCallDay(Stream.concat(calls.stream(), Stream.of(opened)).toList());
  }

  private long timesAsked(String memberId) {
    return calls.stream().filter(call -> call.asks(memberId)).count();
  }
}
