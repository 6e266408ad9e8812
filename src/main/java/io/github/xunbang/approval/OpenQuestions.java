package io.github.xunbang.approval;

import io.github.xunbang.command.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Stores what the bot asked; one document per person and conversation. */
public interface OpenQuestions {

  /**
   * Stores a question durably and returns it with its number. A newer question of the same kind and
   * title replaces the older.
   *
   * @param caller who was asked; enrolled or not
   */
  OpenQuestion ask(
      Caller caller,
      String kind,
      String title,
      List<String> options,
      Map<String, String> data,
      Instant expiresAt);

  /** What is open for the caller in this conversation at {@code now}, oldest first. */
  List<OpenQuestion> open(Caller caller, Instant now);

  /** Removes a question that was answered or is moot. */
  void close(Caller caller, int number);

  /** Removes questions of one kind. */
  void closeKind(Caller caller, String kind);
}
