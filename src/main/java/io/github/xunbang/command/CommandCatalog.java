package io.github.xunbang.command;

import java.util.List;
import java.util.Optional;

/**
 * All commands as loaded at start: the single source for parsing, permission, help, README's table
 * and tests.
 */
public interface CommandCatalog {

  /** All definitions, in the order of their names. */
  List<CommandDefinition> all();

  /** The definition of command {@code name} (not an alias). */
  Optional<CommandDefinition> find(String name);
}
