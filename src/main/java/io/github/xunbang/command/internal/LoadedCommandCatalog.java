package io.github.xunbang.command.internal;

import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The commands of the files, in the order of their names. */
final class LoadedCommandCatalog implements CommandCatalog {

  private final List<CommandDefinition> definitions;

  LoadedCommandCatalog(List<LoadedCommand> commands) {
    this.definitions =
        commands.stream()
            .map(LoadedCommand::definition)
            .sorted(Comparator.comparing(CommandDefinition::name))
            .toList();
  }

  @Override
  public List<CommandDefinition> all() {
    return definitions;
  }

  @Override
  public Optional<CommandDefinition> find(String name) {
    return definitions.stream().filter(command -> command.name().equals(name)).findFirst();
  }
}
