package io.github.xunbang.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Half an hour between two 催报 to the same people, asked for or not. */
@Component
class CoolDown {

  /** How long after one reminder the next may be asked for. */
  static final Duration LENGTH = Duration.ofMinutes(30);

  /** Scope of the whole organization; whoever asks for less waits for it too. */
  static final String ALL = "all";

  private final CoolDownRepository repository;

  CoolDown(CoolDownRepository repository) {
    this.repository = repository;
  }

  /**
   * Takes the turn, for {@link #LENGTH}. The same message takes its own turn again.
   *
   * @param scope whose people: {@link #ALL}, or the units that a leader leads
   * @param now UTC instant of business time
   * @return empty when taken, else when the last reminder was
   */
  Optional<Instant> take(String organizationId, String scope, String messageKey, Instant now) {
    if (!scope.equals(ALL)) {
      Optional<Instant> everybody =
          repository.last(organizationId, ALL).filter(last -> isRecent(last, now));
      if (everybody.isPresent()) {
        return everybody;
      }
    }
    return repository.take(organizationId, scope, messageKey, now, now.minus(LENGTH))
        ? Optional.empty()
        : repository.last(organizationId, scope).or(() -> Optional.of(now));
  }

  /** Notes a reminder to everybody that nobody asked for. */
  void note(String organizationId, Instant at) {
    repository.put(organizationId, ALL, at);
  }

  /** What lies ahead was noted before the clock was turned back, and counts for nothing. */
  private static boolean isRecent(Instant last, Instant now) {
    return last.isAfter(now.minus(LENGTH)) && !last.isAfter(now);
  }
}
