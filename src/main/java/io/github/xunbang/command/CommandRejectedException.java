package io.github.xunbang.command;

/**
 * What was asked cannot be done; the message goes to the group as it is: what was wrong, where, and
 * a line to type instead.
 */
public class CommandRejectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** {@code chineseText} is read by people in the group. */
  public CommandRejectedException(String chineseText) {
    super(chineseText);
  }
}
