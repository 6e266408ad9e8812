package io.github.xunbang.command.internal;

import io.github.xunbang.command.CommandDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the command words that a text begins with; Chinese has no blanks, so by prefix. */
final class CommandIndex {

  /** What may stand before a command word: {@code /排名}, {@code ，排名}. */
  private static final String LEADING = " /#,:;、。.!~-—";

  /** What may stand between a command word and its arguments. */
  private static final String BETWEEN = " ,:;、。!~";

  private final Map<String, CommandDefinition> words = new HashMap<>();
  private int longest;

  CommandIndex(List<CommandDefinition> definitions) {
    for (CommandDefinition definition : definitions) {
      add(definition.name(), definition);
      definition.aliases().forEach(alias -> add(alias, definition));
    }
  }

  private void add(String word, CommandDefinition definition) {
    words.putIfAbsent(CommandText.fold(word), definition);
    longest = Math.max(longest, word.length());
  }

  /**
   * A word found at the beginning.
   *
   * @param definition whose
   * @param input what follows, as typed
   * @param sure whether the word surely ends there: a blank, punctuation or the end follows
   * @param tiny whether the word is a single character, which other words begin with too
   */
  record Match(CommandDefinition definition, String input, boolean sure, boolean tiny) {}

  /** The commands whose word begins {@code text}, longest word first. */
  List<Match> matches(String text) {
    String folded = CommandText.fold(text);
    int start = skip(folded, 0, LEADING);
    List<Match> matches = new ArrayList<>(2);
    for (int length = Math.min(longest, folded.length() - start); length > 0; length--) {
      String word = folded.substring(start, start + length);
      CommandDefinition definition = words.get(word);
      int end = start + length;
      boolean sure = CommandText.isBoundary(folded, end);
      if (definition != null && (sure || !endsInAscii(word) || !isAsciiLetter(folded, end))) {
        String input = text.substring(skip(folded, end, BETWEEN)).strip();
        matches.add(new Match(definition, input, sure, word.length() == 1));
      }
    }
    return matches;
  }

  private static int skip(String folded, int from, String skipped) {
    int at = from;
    while (at < folded.length() && skipped.indexOf(folded.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean endsInAscii(String word) {
    return word.charAt(word.length() - 1) < 128;
  }

  private static boolean isAsciiLetter(String folded, int index) {
    return folded.charAt(index) < 128;
  }
}
