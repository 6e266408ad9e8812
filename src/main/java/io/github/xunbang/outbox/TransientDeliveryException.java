package io.github.xunbang.outbox;

import org.jspecify.annotations.Nullable;

/** Clearly refused for now, for example by a rate limit; may be retried. */
public class TransientDeliveryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * {@code message} is for the operator: channel, error code and words of the platform, no text and
   * no secret.
   */
  public TransientDeliveryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
