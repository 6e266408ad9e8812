package io.github.xunbang.storage;

import java.io.Serial;

/** The encryption key cannot be used; the sentences say what to do and never hold the key. */
final class EncryptionKeyException extends IllegalStateException {

  @Serial private static final long serialVersionUID = 1L;

  private final String action;

  EncryptionKeyException(String problem, String action) {
    super(problem + " " + action);
    this.action = action;
  }

  /** What the operator does next. */
  String action() {
    return action;
  }
}
