package io.github.xunbang.command;

import io.github.xunbang.message.InboundMessage;

/**
 * Understands lines that carry no command word: an answer to an open question (approval), figures
 * (report). Asked in {@link org.springframework.core.annotation.Order} order.
 */
public interface FreeTextHandler {

  /** When a free-text handler is asked. */
  enum Precedence {
    /** Before command words are looked for: short answers such as 1 or 确认. */
    BEFORE_COMMANDS,
    /** When no command word fits, and instead of a command that yields to figures. */
    FIGURES
  }

  /** When this handler is asked. */
  Precedence precedence();

  /**
   * The command in whose name the text is handled: its audience applies, its reply texts are used.
   */
  String commandName();

  /** Whether the text is this handler's; must be cheap. */
  boolean claims(InboundMessage message, Caller caller);
}
