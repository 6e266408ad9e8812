package io.github.xunbang.simulator;

/** Time cannot be turned that way; the message says why, in Chinese. */
class ClockRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ClockRefusedException(String message) {
    super(message);
  }
}
