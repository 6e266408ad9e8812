package io.github.xunbang.target.internal;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The name that was probably meant: one character off, or two in a long one. */
final class NearName {

  private NearName() {}

  static Optional<String> of(String typed, Stream<String> names) {
    int allowed = typed.length() > 4 ? 2 : 1;
    return names
        .filter(name -> distance(typed, name) <= Math.min(allowed, name.length() - 1))
        .min(Comparator.comparingInt(name -> distance(typed, name)));
  }

  /** Levenshtein's distance. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
