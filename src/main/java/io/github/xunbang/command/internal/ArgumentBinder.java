package io.github.xunbang.command.internal;

import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.Arguments;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandDefinition.Argument;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.NearNames;
import io.github.xunbang.command.internal.TokenSplitter.Token;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.message.UntrustedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Matches the tokens after one command word with its declared arguments: in free order, each token
 * to the first argument whose type accepts it; a {@code word} takes what no other type accepts, a
 * {@code text} all the rest. A token such as {@code 签单上旬} is cut where types accept the pieces.
 */
final class ArgumentBinder {

  /** Longer tokens are never cut into pieces; a metric and a period are shorter. */
  private static final int LONGEST_CUT = 24;

  /** With more open arguments than these the examples say it better than a list. */
  private static final int LISTED = 3;

  private static final int SHOWN = 12;
  private static final int LINE = 60;

  private final Map<String, ArgumentType> types;
  private final CommandDefinition definition;
  private final String input;
  private final Caller caller;
  private final InboundMessage message;
  private final List<Argument> open;
  private final Map<String, Object> values = new HashMap<>();

  ArgumentBinder(
      Map<String, ArgumentType> types,
      CommandDefinition definition,
      String input,
      Caller caller,
      InboundMessage message) {
    this.types = types;
    this.definition = definition;
    this.input = input;
    this.caller = caller;
    this.message = message;
    this.open = new ArrayList<>(definition.arguments());
  }

  /**
   * The arguments; commands that declare none read their input themselves.
   *
   * @throws CommandRejectedException with what was not understood or is missing, and the help
   */
  Arguments bind() {
    if (open.isEmpty()) {
      return Arguments.NONE;
    }
    for (Token token : TokenSplitter.split(input)) {
      Map<Argument, Object> pieces = cut(token.text(), token.start(), open);
      if (pieces == null) {
        throw unaccepted(token.text());
      }
      pieces.forEach((argument, value) -> values.put(argument.name(), value));
      open.removeAll(pieces.keySet());
      if (pieces.keySet().stream().anyMatch(ArgumentBinder::isText)) {
        break;
      }
    }
    for (Argument argument : open) {
      if (argument.required()) {
        throw missing(argument);
      }
    }
    return new Arguments(values);
  }

  /** The whole token, or its pieces, by the arguments of {@code free} that take them; else null. */
  private @Nullable Map<Argument, Object> cut(String token, int start, List<Argument> free) {
    if (token.isEmpty()) {
      return Map.of();
    }
    int shortest = token.length() <= LONGEST_CUT ? 1 : token.length();
    for (int length = token.length(); length >= shortest; length--) {
      for (Argument argument : free) {
        Object value = isLoose(argument) ? null : parse(argument, token.substring(0, length));
        if (value != null) {
          List<Argument> others = free.stream().filter(other -> other != argument).toList();
          Map<Argument, Object> rest = cut(token.substring(length), start + length, others);
          if (rest != null) {
            Map<Argument, Object> pieces = new HashMap<>(rest);
            pieces.put(argument, value);
            return pieces;
          }
        }
      }
    }
    return loose(token, start, free);
  }

  private @Nullable Map<Argument, Object> loose(String token, int start, List<Argument> free) {
    for (Argument argument : free) {
      if (argument.type().equals(WordArgumentType.NAME)) {
        return Map.of(argument, token);
      }
    }
    for (Argument argument : free) {
      if (isText(argument)) {
        return Map.of(argument, input.substring(start).strip());
      }
    }
    return null;
  }

  private @Nullable Object parse(Argument argument, String token) {
    ArgumentType type = types.get(argument.type());
    return type == null ? null : type.parse(token, caller, message).orElse(null);
  }

  private CommandRejectedException unaccepted(String token) {
    String shown = "“" + UntrustedText.oneLine(token, SHOWN) + "”";
    List<String> near = near(token);
    if (!near.isEmpty()) {
      return new CommandRejectedException(
          shown + "没看懂，是不是“" + String.join("”“", near) + "”？" + again(token, near));
    }
    if (open.size() > LISTED) {
      return new CommandRejectedException(shown + "没看懂。" + usage());
    }
    String expected =
        open.stream().map(this::expected).distinct().collect(Collectors.joining("，或"));
    return new CommandRejectedException(
        (expected.isEmpty() ? shown + "是多出来的。" : shown + "没看懂，这里要写" + expected + "。") + usage());
  }

  private List<String> near(String token) {
    List<String> words =
        open.stream()
            .flatMap(argument -> Optional.ofNullable(types.get(argument.type())).stream())
            .flatMap(type -> type.words(caller).stream())
            .toList();
    return NearNames.nearest(token, words);
  }

  /** The whole line with the only word put right, so that it need only be sent. */
  private String again(String token, List<String> near) {
    return near.size() > 1
        ? "请换成其中一个再发一次"
        : "\n请发："
            + definition.name()
            + " "
            + UntrustedText.oneLine(input.strip().replace(token, near.get(0)), LINE);
  }

  private CommandRejectedException missing(Argument argument) {
    return new CommandRejectedException(
        "“" + definition.name() + "”还缺" + expected(argument) + "。" + usage());
  }

  private String expected(Argument argument) {
    ArgumentType type = types.get(argument.type());
    return type == null ? argument.name() : type.expected();
  }

  private String usage() {
    return "\n" + definition.name() + "：" + definition.help();
  }

  private static boolean isLoose(Argument argument) {
    return isText(argument) || argument.type().equals(WordArgumentType.NAME);
  }

  private static boolean isText(Argument argument) {
    return argument.type().equals(TextArgumentType.NAME);
  }
}
