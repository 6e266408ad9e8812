package io.github.xunbang.command;

import io.github.xunbang.message.InboundMessage;
import java.util.List;
import java.util.Optional;

/**
 * A type that command files may name in {@code arguments}. {@code command} brings number, amount,
 * date, period and text; rooms add theirs (metric, member, unit) as beans.
 */
public interface ArgumentType {

  /** The name used in command files. */
  String name();

  /** What a value of this type looks like, for error replies: {@code 指标名，例如“意向”}. */
  String expected();

  /**
   * Words that a mistyped one is compared with, so that 业级 is answered with 业绩; none where anything
   * may be written.
   */
  default List<String> words(Caller caller) {
    return List.of();
  }

  /**
   * Reads one blank-free token.
   *
   * @param token what the caller typed
   * @param caller who typed it
   * @param message the message, for its time
   * @return the value, or empty when the token is not of this type
   */
  Optional<Object> parse(String token, Caller caller, InboundMessage message);
}
