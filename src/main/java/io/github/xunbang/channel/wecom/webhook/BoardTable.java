package io.github.xunbang.channel.wecom.webhook;

import io.github.xunbang.channel.wecom.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows a board as a table of markdown_v2. A post is a board when its first line begins {@code
 * 【…榜】}; at least two places below each other, such as {@code 1. 张敏 24个 ↑2}, make a table.
 */
final class BoardTable {

  private static final Pattern BOARD = Pattern.compile("【[^】\\n]*榜】[^\\n]*\\n");
  private static final Pattern PLACE = Pattern.compile("(\\d{1,4})\\. (\\S+) (\\S.*)");
  private static final String HEAD = "| 名次 | 名字 | 成绩 |\n| :-: | :-- | :-- |";
  private static final int ROWS = 2;

  private BoardTable() {}

  /** The board in {@code text} as markdown_v2, or empty when there is none. */
  static Optional<String> of(String text) {
    if (!BOARD.matcher(text).lookingAt()) {
      return Optional.empty();
    }
    List<String> blocks = new ArrayList<>();
    List<String> lines = List.of(text.strip().split("\n"));
    boolean table = false;
    for (int at = 0; at < lines.size(); ) {
      int end = runEnd(lines, at);
      List<String> run = lines.subList(at, end);
      boolean places = run.size() >= ROWS && isPlace(run.get(0));
      blocks.add(places ? table(run) : MarkdownText.of(String.join("\n", run)));
      table |= places;
      at = end;
    }
    return table ? Optional.of(String.join("\n\n", blocks)) : Optional.empty();
  }

  /** Where the lines of the same kind as the one at {@code start} end. */
  private static int runEnd(List<String> lines, int start) {
    int end = start + 1;
    while (end < lines.size() && isPlace(lines.get(end)) == isPlace(lines.get(start))) {
      end++;
    }
    return end;
  }

  private static boolean isPlace(String line) {
    return PLACE.matcher(line).matches();
  }

  private static String table(List<String> places) {
    StringBuilder table = new StringBuilder(HEAD);
    for (String line : places) {
      Matcher place = PLACE.matcher(line);
      if (place.matches()) {
        table.append("\n| ").append(place.group(1));
        table.append(" | ").append(MarkdownText.of(place.group(2)));
        table.append(" | ").append(MarkdownText.of(place.group(3))).append(" |");
      }
    }
    return table.toString();
  }
}
