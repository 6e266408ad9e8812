package io.github.xunbang.incentive.scheme.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pieces of a line, read one after the other. */
final class PieceRow {

  private final List<Piece.Typed> pieces;
  private int at;

  PieceRow(List<Piece.Typed> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  boolean more() {
    return at < pieces.size();
  }

  Piece.Typed next() {
    return pieces.get(at++);
  }

  @Nullable Piece peek() {
    return peek(0);
  }

  @Nullable Piece peek(int ahead) {
    return at + ahead < pieces.size() ? pieces.get(at + ahead).piece() : null;
  }

  /** The word that stands next, empty at the end. */
  String peekText() {
    return more() ? pieces.get(at).text() : "";
  }

  /** How many pieces were read. */
  int at() {
    return at;
  }

  /** Whether only such marks stand between {@code from} and the piece read last. */
  boolean onlyBetween(int from, Piece.Mark... marks) {
    List<Piece.Mark> allowed = List.of(marks);
    return from < at
        && pieces.subList(from, at - 1).stream()
            .allMatch(typed -> typed.piece() instanceof Piece.Mark m && allowed.contains(m));
  }

  /** Takes the number that stands next, or nothing. */
  Piece.@Nullable Number number() {
    if (peek() instanceof Piece.Number number) {
      at++;
      return number;
    }
    return null;
  }

  /** Steps over all of these marks that stand next; whether there was any. */
  boolean skip(Piece.Mark... marks) {
    int from = at;
    List<Piece.Mark> skipped = List.of(marks);
    while (peek() instanceof Piece.Mark mark && skipped.contains(mark)) {
      at++;
    }
    return at > from;
  }
}
