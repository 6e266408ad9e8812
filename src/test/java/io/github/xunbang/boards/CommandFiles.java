package io.github.xunbang.boards;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.Arguments;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** Calls with the reply texts of the real command files. */
public final class CommandFiles {

  private CommandFiles() {}

  /** The reply texts of {@code bot-commands/file}; the rest is the engine's business. */
  @SuppressWarnings("unchecked")
  public static CommandDefinition definition(String file) {
    try {
      Map<String, Object> yaml =
          new Yaml().load(Files.readString(Path.of("bot-commands").resolve(file)));
      return new CommandDefinition(
          (String) yaml.get("name"),
          (List<String>) yaml.get("aliases"),
          Access.MEMBER,
          List.of(Conversation.Kind.values()),
          List.of(),
          (String) yaml.get("help"),
          (Map<String, String>) yaml.get("replies"),
          List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A call of {@code file}'s command by a member at a local time such as 2026-12-03T21:40. */
  public static CommandCall call(
      String file,
      Conversation where,
      String memberId,
      Access access,
      String at,
      Map<String, Object> arguments) {
    InboundMessage message =
        new InboundMessage(
            "1",
            where,
            "u",
            null,
            "x",
            false,
            null,
            List.of(),
            LocalDateTime.parse(at).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    return new CommandCall(
        definition(file),
        new Caller(where, "u", "o1", memberId, "x", access),
        message,
        "",
        new Arguments(arguments));
  }
}
