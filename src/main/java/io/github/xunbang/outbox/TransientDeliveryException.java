package io.github.xunbang.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Clearly refused for now, for example by a rate limit; may be retried. */
public class TransientDeliveryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Zero when the platform named none. */
  private final Duration pause;

  /**
   * {@code message} is for the operator: channel, error code and words of the platform, no text and
   * no secret.
   */
  public TransientDeliveryException(String message, @Nullable Throwable cause) {
    this(message, cause, Duration.ZERO);
  }

  /** As above; a try before {@code pause} is over would be refused again. */
  public TransientDeliveryException(String message, @Nullable Throwable cause, Duration pause) {
    super(message, cause);
    this.pause = pause;
  }

  /** The shortest time after which another try makes sense, zero when unknown. */
  public Duration pause() {
    return pause;
  }
}
