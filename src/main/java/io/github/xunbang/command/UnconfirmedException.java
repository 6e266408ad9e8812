package io.github.xunbang.command;

/**
 * Something may or may not have been stored, for example because the database went away after a
 * pending document was written. {@code inbound} never answers 没有登记 then, but looks the message up
 * by handling it again (design section 12).
 */
public class UnconfirmedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** {@code message} is for the operator. */
  public UnconfirmedException(String message, Throwable cause) {
    super(message, cause);
  }
}
