package io.github.xunbang.simulator;

/** The request cannot be understood; the message says in Chinese what to send. */
class BadRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadRequestException(String message) {
    super(message);
  }
}
