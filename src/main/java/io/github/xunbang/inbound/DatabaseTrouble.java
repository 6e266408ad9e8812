package io.github.xunbang.inbound;

import io.github.xunbang.command.UnconfirmedException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** What a failure says about the write it interrupted (design section 12). */
enum DatabaseTrouble {
  /** Not the database's fault. */
  NONE,
  /** No server was found or no connection opened: the write never left. */
  NOT_WRITTEN,
  /** The connection broke on the way: nobody knows. */
  UNCONFIRMED;

  /** By name, because driver types stay in repositories and {@code storage}. */
  private static final Set<String> BEFORE_SENDING =
      Set.of(
          "MongoTimeoutException", "MongoSocketOpenException", "MongoServerUnavailableException");

  static DatabaseTrouble of(Throwable failure) {
    DatabaseTrouble trouble = NONE;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnconfirmedException) {
        return UNCONFIRMED;
      }
      if (BEFORE_SENDING.contains(cause.getClass().getSimpleName())) {
        return NOT_WRITTEN;
      }
      if (cause instanceof DataAccessResourceFailureException
          || cause instanceof TransientDataAccessException
          || cause.getClass().getSimpleName().startsWith("MongoSocket")) {
        trouble = UNCONFIRMED;
      }
    }
    return trouble;
  }
}
