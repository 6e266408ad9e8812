package io.github.xunbang.command.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads all command files and checks them against each other. */
final class CommandLoader {

  private final List<LoadedCommand> commands = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  CommandLoader(List<CommandFile> files) {
    for (CommandFile file : files) {
      CommandFileReader reader = new CommandFileReader(file);
      reader.read().ifPresent(commands::add);
      problems.addAll(reader.problems());
    }
    checkWords();
  }

  List<LoadedCommand> commands() {
    return List.copyOf(commands);
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  private void checkWords() {
    Map<String, LoadedCommand> taken = new HashMap<>();
    for (LoadedCommand command : commands) {
      check(command, "name", command.definition().name(), taken);
    }
    for (LoadedCommand command : commands) {
      for (String alias : command.definition().aliases()) {
        check(command, "alias", alias, taken);
      }
    }
  }

  private void check(
      LoadedCommand command, String what, String word, Map<String, LoadedCommand> taken) {
    LoadedCommand owner = taken.putIfAbsent(CommandText.fold(word), command);
    if (owner != null) {
      FileProblems place = new FileProblems(command.file().place());
      place.add(
          command.wordLines().getOrDefault(word, 1),
          what + " \"" + word + "\" is already taken by " + owner.file().name());
      problems.addAll(place.all());
    }
  }
}
