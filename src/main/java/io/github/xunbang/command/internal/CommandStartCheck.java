package io.github.xunbang.command.internal;

import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.CommandDefinition.Argument;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.FreeTextHandler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Stops the start-up when files and code do not fit, with all problems at once. Runs after all
 * beans exist and before the web server listens, because handlers may themselves use the catalog.
 */
final class CommandStartCheck implements SmartInitializingSingleton {

  private final CommandLoader loader;
  private final ObjectProvider<CommandHandler> handlers;
  private final ObjectProvider<FreeTextHandler> freeTextHandlers;
  private final ObjectProvider<ArgumentType> types;

  CommandStartCheck(
      CommandLoader loader,
      ObjectProvider<CommandHandler> handlers,
      ObjectProvider<FreeTextHandler> freeTextHandlers,
      ObjectProvider<ArgumentType> types) {
    this.loader = loader;
    this.handlers = handlers;
    this.freeTextHandlers = freeTextHandlers;
    this.types = types;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> problems =
        problems(
            loader,
            handlers.stream().toList(),
            freeTextHandlers.stream().toList(),
            types.stream().toList());
    if (!problems.isEmpty()) {
      throw new CommandFilesException(problems);
    }
  }

  static List<String> problems(
      CommandLoader loader,
      List<CommandHandler> handlers,
      List<FreeTextHandler> freeTextHandlers,
      List<ArgumentType> types) {
    List<String> problems = new ArrayList<>(loader.problems());
    Set<String> typeNames =
        types.stream().map(ArgumentType::name).collect(Collectors.toCollection(TreeSet::new));
    Map<String, LoadedCommand> files = new HashMap<>();
    for (LoadedCommand command : loader.commands()) {
      files.put(command.definition().name(), command);
      problems.addAll(unknownTypes(command, typeNames));
    }
    Map<String, CommandHandler> byName = new HashMap<>();
    for (CommandHandler handler : handlers) {
      CommandHandler other = byName.put(handler.name(), handler);
      if (other != null) {
        problems.add(
            type(handler)
                + ": command \""
                + handler.name()
                + "\" is already handled by "
                + type(other));
      }
      // A file that could not be read is already reported; its handler is not at fault.
      if (!files.containsKey(handler.name()) && loader.problems().isEmpty()) {
        problems.add(
            type(handler)
                + ": no file for command \""
                + handler.name()
                + "\"; expected one in "
                + CommandFiles.FOLDER);
      }
    }
    files.values().stream()
        .filter(command -> !byName.containsKey(command.definition().name()))
        .map(
            command ->
                command.file().place()
                    + ": no handler for command \""
                    + command.definition().name()
                    + "\"; expected a CommandHandler bean of this name (line "
                    + command.wordLines().getOrDefault(command.definition().name(), 1)
                    + ")")
        .sorted()
        .forEach(problems::add);
    freeTextHandlers.stream()
        .filter(handler -> !byName.containsKey(handler.commandName()))
        .map(
            handler ->
                type(handler) + ": command \"" + handler.commandName() + "\" has no CommandHandler")
        .forEach(problems::add);
    return problems;
  }

  private static List<String> unknownTypes(LoadedCommand command, Set<String> typeNames) {
    FileProblems problems = new FileProblems(command.file().place());
    for (Argument argument : command.definition().arguments()) {
      if (!typeNames.contains(argument.type())) {
        problems.add(
            command.typeLines().getOrDefault(argument.name(), 1),
            "unknown argument type \""
                + argument.type()
                + "\"; expected one of "
                + String.join(", ", typeNames));
      }
    }
    return problems.all();
  }

  private static String type(Object bean) {
    return bean.getClass().getSimpleName();
  }
}
