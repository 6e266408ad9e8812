package io.github.xunbang.command;

import io.github.xunbang.message.InboundMessage;

/**
 * Finds out what a line asks for. Decides nothing about the speaker's rights, except to help with
 * what they may use.
 */
public interface CommandRouter {

  /** What a line turned out to be. */
  sealed interface Route permits Found, Unknown {}

  /**
   * A command was found and its arguments parsed.
   *
   * @param handler who does it
   * @param call ready to be handled once the audience is checked
   */
  record Found(CommandHandler handler, CommandCall call) implements Route {}

  /**
   * Nothing fits, or an argument is wrong.
   *
   * @param reply a Chinese sentence with what to type instead, never silence
   */
  record Unknown(Reply reply) implements Route {}

  /**
   * Reads {@code message}, whose mention has been stripped, for {@code caller}. Never throws,
   * whatever was typed.
   */
  Route route(InboundMessage message, Caller caller);
}
