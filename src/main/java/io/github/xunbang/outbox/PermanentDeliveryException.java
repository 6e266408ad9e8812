package io.github.xunbang.outbox;

import org.jspecify.annotations.Nullable;

/** Clearly refused for good, for example an unknown chat; a retry cannot help. */
public class PermanentDeliveryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * {@code message} is for the operator: channel, error code and words of the platform, no text and
   * no secret.
   */
  public PermanentDeliveryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
