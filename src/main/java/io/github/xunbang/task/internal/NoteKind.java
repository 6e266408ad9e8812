package io.github.xunbang.task.internal;

/** The kinds of note, each with the letter that its numbers begin with. */
enum NoteKind {
  HELP("H"),
  IDEA("S"),
  COMPETITOR("C"),
  TODO("T");

  private final String letter;

  NoteKind(String letter) {
    this.letter = letter;
  }

  String letter() {
    return letter;
  }

  /** Whether such notes wait until somebody closes them, so that the open ones are listed. */
  boolean waits() {
    return this == HELP || this == TODO;
  }
}
