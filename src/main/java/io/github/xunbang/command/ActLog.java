package io.github.xunbang.command;

/**
 * Remembers administrative acts: every command of leaders, managers and administrators that changed
 * something. Implemented by {@code organization}, called by {@code inbound} after success.
 */
@FunctionalInterface
public interface ActLog {

  /**
   * Appends the act durably; the same message is appended once. Secrets in the line are left out.
   *
   * @param call whose act it was; a caller without organization leaves no entry
   */
  void record(CommandCall call);
}
