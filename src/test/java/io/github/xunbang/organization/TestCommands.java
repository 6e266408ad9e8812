package io.github.xunbang.organization;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.Arguments;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.yaml.snakeyaml.Yaml;

/** Calls handlers with the reply texts of the real command files. */
public final class TestCommands {

  private TestCommands() {}

  /** What {@code handler} answers to {@code text} (which begins with the command word). */
  public static String say(
      CommandHandler handler, String file, Caller caller, InboundMessage message) {
    String text = message.text();
    String word = handler.name();
    String input = text.startsWith(word) ? text.substring(word.length()).strip() : text;
    CommandCall call =
        new CommandCall(definition(file), caller, message, input, new Arguments(Map.of()));
    return handler.handle(call).messages().get(0).text();
  }

  /** A message with the given id. */
  public static InboundMessage message(
      String id, Conversation conversation, String user, String name, String text, Instant at) {
    return new InboundMessage(id, conversation, user, name, text, false, null, List.of(), at);
  }

  /** A provider of the given beans. */
  public static <T> ObjectProvider<T> provider(Class<T> type, List<? extends T> beans) {
    StaticListableBeanFactory factory = new StaticListableBeanFactory();
    for (int index = 0; index < beans.size(); index++) {
      factory.addBean("bean" + index, beans.get(index));
    }
    return factory.getBeanProvider(type);
  }

  @SuppressWarnings("unchecked")
  private static CommandDefinition definition(String file) {
    try {
      Map<String, Object> yaml = new Yaml().load(Files.readString(Path.of("bot-commands", file)));
      return new CommandDefinition(
          (String) yaml.get("name"),
          (List<String>) yaml.get("aliases"),
          Access.GUEST,
          List.of(Conversation.Kind.values()),
          List.of(),
          (String) yaml.get("help"),
          (Map<String, String>) yaml.get("replies"),
          List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
