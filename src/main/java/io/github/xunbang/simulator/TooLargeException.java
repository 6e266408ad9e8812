package io.github.xunbang.simulator;

/** The request is larger than a conversation can keep; the message says in Chinese how much. */
class TooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooLargeException(String message) {
    super(message);
  }
}
