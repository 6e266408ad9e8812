package io.github.xunbang.command.internal;

import java.util.Collection;
import java.util.List;

/** The words that a mistyped one may have meant: one edit away, two when it is long. */
final class NearWords {

  private static final int MOST = 3;
  private static final int LONG = 4;

  private NearWords() {}

  /** The nearest, at most three; a word without a character in common is none. */
  static List<String> of(String typed, Collection<String> words) {
    int allowed = typed.length() > LONG ? 2 : 1;
    int nearest =
        words.stream()
            .filter(word -> near(typed, word, allowed))
            .mapToInt(word -> EditDistance.between(typed, word))
            .min()
            .orElse(0);
    return words.stream()
        .distinct()
        .filter(word -> near(typed, word, allowed))
        .filter(word -> EditDistance.between(typed, word) == nearest)
        .limit(MOST)
        .toList();
  }

  private static boolean near(String typed, String word, int allowed) {
    int distance = EditDistance.between(typed, word);
    return distance <= allowed && distance < Math.max(typed.length(), word.length());
  }
}
