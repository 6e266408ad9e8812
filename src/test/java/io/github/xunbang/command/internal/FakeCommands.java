package io.github.xunbang.command.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.FreeTextHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Small commands, types and messages for the tests of this package. */
final class FakeCommands {

  static final Conversation GROUP = Conversation.group("simulator", "g1");

  private FakeCommands() {}

  /** A handler that stores nothing and answers with what it got. */
  record Handler(String name, Effect effect, boolean yieldsToFigures) implements CommandHandler {

    static Handler named(String name) {
      return new Handler(name, Effect.READ, false);
    }

    @Override
    public Reply handle(CommandCall call) {
      return Reply.text(call.input() + call.arguments().values());
    }
  }

  /** Claims what {@code pattern} finds. */
  record FreeText(Precedence precedence, String commandName, Pattern pattern)
      implements FreeTextHandler {

    @Override
    public boolean claims(InboundMessage message, Caller caller) {
      return pattern.matcher(message.text()).find();
    }
  }

  /** Accepts a few words. */
  record Words(String name, Set<String> words) implements ArgumentType {

    @Override
    public String expected() {
      return name.equals("metric") ? "指标名，例如“意向”" : "时间，例如 上旬";
    }

    @Override
    public Optional<Object> parse(String token, Caller caller, InboundMessage message) {
      return words.contains(token) ? Optional.of(token) : Optional.empty();
    }
  }

  static List<ArgumentType> types() {
    return List.of(
        new Words("metric", Set.of("意向", "签单", "业绩")),
        new Words("period", Set.of("上旬", "本月")),
        new NumberArgumentType(),
        new WordArgumentType(),
        new TextArgumentType());
  }

  static Caller caller(Access access) {
    return new Caller(GROUP, "u1", "o1", "m1", "张敏", access);
  }

  static InboundMessage message(String text) {
    return new InboundMessage(
        "id",
        GROUP,
        "u1",
        "张敏",
        text,
        false,
        null,
        List.of(),
        Instant.parse("2026-12-03T13:40:00Z"));
  }

  static CommandFile file(String name, String content) {
    return new CommandFile(name, "bot-commands/" + name, content);
  }

  static CommandFile file(String name, String command, @Nullable String more) {
    return file(name, "name: " + command + "\nhelp: 试试" + (more == null ? "" : "\n" + more) + "\n");
  }
}
