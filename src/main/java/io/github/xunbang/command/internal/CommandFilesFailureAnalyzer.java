package io.github.xunbang.command.internal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the problems of command files instead of a stack trace. */
final class CommandFilesFailureAnalyzer extends AbstractFailureAnalyzer<CommandFilesException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, CommandFilesException cause) {
    return new FailureAnalysis(
        String.join("\n", cause.problems()),
        "Correct the files of bot-commands/, or those of xunbang.commands-dir, and start again.",
        cause);
  }
}
