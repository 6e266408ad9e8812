package io.github.xunbang.command.internal;

import java.util.List;

/** Command files are wrong; the start-up stops and the developer reads every problem at once. */
final class CommandFilesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  CommandFilesException(List<String> problems) {
    super("Command files are wrong:\n" + String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Each with place, what was found and what was expected. */
  List<String> problems() {
    return problems;
  }
}
