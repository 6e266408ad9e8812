package io.github.xunbang.command.internal;

import io.github.xunbang.command.CommandDefinition;
import java.util.Map;

/**
 * A command with the places of its parts, for errors found later.
 *
 * @param file where it came from
 * @param definition what it says
 * @param wordLines line of the name and of each alias
 * @param typeLines line of each argument by its name
 */
record LoadedCommand(
    CommandFile file,
    CommandDefinition definition,
    Map<String, Integer> wordLines,
    Map<String, Integer> typeLines) {

  LoadedCommand {
    wordLines = Map.copyOf(wordLines);
    typeLines = Map.copyOf(typeLines);
  }
}
