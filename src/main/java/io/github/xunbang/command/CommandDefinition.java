package io.github.xunbang.command;

import io.github.xunbang.message.Conversation;
import java.util.List;
import java.util.Map;

/**
 * One file of {@code bot-commands/}, loaded and checked at start.
 *
 * @param name the command word, also the handler's name
 * @param aliases other words for it
 * @param audience the least access level; GUEST for everybody
 * @param where which kinds of conversation it works in
 * @param arguments in order
 * @param help one line for 帮助
 * @param replies reply texts by key, with {@code {placeholders}}
 * @param examples executed as tests
 */
public record CommandDefinition(
    String name,
    List<String> aliases,
    Access audience,
    List<Conversation.Kind> where,
    List<Argument> arguments,
    String help,
    Map<String, String> replies,
    List<Example> examples) {

  public CommandDefinition {
    aliases = List.copyOf(aliases);
    where = List.copyOf(where);
    arguments = List.copyOf(arguments);
    replies = Map.copyOf(replies);
    examples = List.copyOf(examples);
  }

  /**
   * One argument.
   *
   * @param name its name in {@link Arguments}
   * @param type name of an {@link ArgumentType}
   * @param required whether the call is refused without it
   */
  public record Argument(String name, String type, boolean required) {}

  /**
   * One executable example.
   *
   * @param given lines said before by the same person; empty means one enrolled member
   * @param as the speaker's level
   * @param at business time, ISO local date-time; empty means the default instant
   * @param say the message
   * @param reply expected lines; {@code …} stands for any text
   */
  public record Example(List<String> given, Access as, String at, String say, String reply) {

    public Example {
      given = List.copyOf(given);
    }
  }

  /**
   * Reply text {@code key} with each {@code {name}} replaced once by its value; values are never
   * scanned again.
   */
  public String text(String key, Map<String, ?> values) {
    String template = replies.get(key);
    if (template == null) {
      throw new IllegalStateException(name + ": no reply text " + key);
    }
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (true) {
      int open = template.indexOf('{', from);
      int close = open < 0 ? -1 : template.indexOf('}', open);
      if (close < 0) {
        return text.append(template, from, template.length()).toString();
      }
      String placeholder = template.substring(open + 1, close);
      Object value = values.get(placeholder);
      if (value == null) {
        throw new IllegalStateException(name + ": reply text " + key + " needs " + placeholder);
      }
      text.append(template, from, open).append(value);
      from = close + 1;
    }
  }
}
