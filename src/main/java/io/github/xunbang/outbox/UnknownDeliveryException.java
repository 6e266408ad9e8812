package io.github.xunbang.outbox;

import org.jspecify.annotations.Nullable;

/**
 * Sent without an answer: it may or may not have been shown, so it is recorded and never blindly
 * resent.
 */
public class UnknownDeliveryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * {@code message} is for the operator: channel, error code and words of the platform, no text and
   * no secret.
   */
  public UnknownDeliveryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
