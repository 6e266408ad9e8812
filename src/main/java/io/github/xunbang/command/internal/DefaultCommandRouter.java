package io.github.xunbang.command.internal;

import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.Arguments;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandDefinition.Argument;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.CommandRouter;
import io.github.xunbang.command.FreeTextHandler;
import io.github.xunbang.command.FreeTextHandler.Precedence;
import io.github.xunbang.command.Reply;
import io.github.xunbang.command.internal.CommandIndex.Match;
import io.github.xunbang.message.InboundMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Routes by, in this order: an answer to an open question; the longest command word that begins the
 * text, unless it yields to figures; figures; a kind sentence or a suggestion.
 */
final class DefaultCommandRouter implements CommandRouter {

  private final CommandCatalog catalog;
  private final CommandIndex index;
  private final Suggestions suggestions;
  private final Map<String, CommandHandler> handlers = new HashMap<>();
  private final Map<String, ArgumentType> types;
  private final List<FreeTextHandler> freeTextHandlers;

  /** {@code freeTextHandlers} in the order in which they are asked. */
  DefaultCommandRouter(
      CommandCatalog catalog,
      List<CommandHandler> handlers,
      List<ArgumentType> types,
      List<FreeTextHandler> freeTextHandlers) {
    this.catalog = catalog;
    this.index = new CommandIndex(catalog.all());
    this.suggestions = new Suggestions(catalog);
    handlers.forEach(handler -> this.handlers.putIfAbsent(handler.name(), handler));
    this.types =
        types.stream()
            .collect(
                Collectors.toMap(ArgumentType::name, Function.identity(), (first, next) -> first));
    this.freeTextHandlers = List.copyOf(freeTextHandlers);
  }

  @Override
  public Route route(InboundMessage message, Caller caller) {
    String first = claimedBy(Precedence.BEFORE_COMMANDS, message, caller);
    if (first != null) {
      return whole(first, message, caller);
    }
    CommandRejectedException refusal = null;
    for (Match match : index.matches(message.text())) {
      CommandHandler handler = handlers.get(match.definition().name());
      if (handler == null || !begins(match, message, caller)) {
        continue;
      }
      String figures =
          handler.yieldsToFigures(message.text()) && !isWholly(match, message, caller)
              ? figures(message, caller)
              : null;
      if (figures != null) {
        return whole(figures, message, caller);
      }
      try {
        return new Found(handler, call(match, message, caller));
      } catch (CommandRejectedException e) {
        refusal = refusal == null ? e : refusal;
        if (match.sure()) {
          break;
        }
      }
    }
    String figures = refusal == null || !sure(message) ? figures(message, caller) : null;
    if (figures != null) {
      return whole(figures, message, caller);
    }
    return new Unknown(
        Reply.text(refusal != null ? text(refusal) : notUnderstood(message, caller)));
  }

  private boolean sure(InboundMessage message) {
    return index.matches(message.text()).stream().anyMatch(Match::sure);
  }

  private static String text(CommandRejectedException refusal) {
    return String.valueOf(refusal.getMessage());
  }

  /**
   * Whether the match is meant as the command: many other words begin with the character of a tiny
   * one, so that without a blank behind it the rest must make sense.
   */
  private boolean begins(Match match, InboundMessage message, Caller caller) {
    if (!match.tiny() || match.sure()) {
      return true;
    }
    return figures(message.withText(match.input()), caller) != null
        || (typed(match.definition()) && binds(match, message, caller));
  }

  /** 一区 in 排名 一区 业绩 is a unit and no number: what binds to the last word is no report. */
  private boolean isWholly(Match match, InboundMessage message, Caller caller) {
    return typed(match.definition()) && binds(match, message, caller);
  }

  private static boolean typed(CommandDefinition definition) {
    List<Argument> arguments = definition.arguments();
    return !arguments.isEmpty()
        && arguments.stream()
            .noneMatch(
                argument ->
                    argument.type().equals(TextArgumentType.NAME)
                        || argument.type().equals(WordArgumentType.NAME));
  }

  private boolean binds(Match match, InboundMessage message, Caller caller) {
    try {
      call(match, message, caller);
      return true;
    } catch (CommandRejectedException e) {
      return false;
    }
  }

  private CommandCall call(Match match, InboundMessage message, Caller caller) {
    Arguments arguments =
        new ArgumentBinder(types, match.definition(), match.input(), caller, message).bind();
    return new CommandCall(match.definition(), caller, message, match.input(), arguments);
  }

  private @Nullable String figures(InboundMessage message, Caller caller) {
    return claimedBy(Precedence.FIGURES, message, caller);
  }

  private @Nullable String claimedBy(Precedence when, InboundMessage message, Caller caller) {
    for (FreeTextHandler handler : freeTextHandlers) {
      if (handler.precedence() == when && handler.claims(message, caller)) {
        return handler.commandName();
      }
    }
    return null;
  }

  private Route whole(String command, InboundMessage message, Caller caller) {
    CommandHandler handler = handlers.get(command);
    Optional<CommandDefinition> definition = catalog.find(command);
    if (handler == null || definition.isEmpty()) {
      throw new IllegalStateException("No handler or file for command " + command);
    }
    return new Found(
        handler,
        new CommandCall(definition.get(), caller, message, message.text().strip(), Arguments.NONE));
  }

  private String notUnderstood(InboundMessage message, Caller caller) {
    return SmallTalk.answer(message.text())
        .orElseGet(() -> suggestions.answer(message.text(), caller));
  }
}
