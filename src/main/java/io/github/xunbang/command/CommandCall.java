package io.github.xunbang.command;

import io.github.xunbang.message.InboundMessage;
import java.util.Map;

/**
 * One use of a command.
 *
 * @param definition the command's file
 * @param caller who asks, already authorized for the command
 * @param message the message, mention stripped
 * @param input what stands after the command word, trimmed; the whole text when the command was
 *     found without its word
 * @param arguments the parsed arguments of the file's {@code arguments}
 */
public record CommandCall(
    CommandDefinition definition,
    Caller caller,
    InboundMessage message,
    String input,
    Arguments arguments) {

  /**
   * The file's reply text {@code key} with {@code {placeholders}} filled in once; values are never
   * read as templates.
   */
  public Reply reply(String key, Map<String, ?> values) {
    return Reply.text(definition.text(key, values));
  }

  /** The file's reply text {@code key} without placeholders. */
  public Reply reply(String key) {
    return reply(key, Map.of());
  }

  /** A rejection with the file's reply text {@code key}. */
  public CommandRejectedException rejection(String key, Map<String, ?> values) {
    return new CommandRejectedException(definition.text(key, values));
  }
}
