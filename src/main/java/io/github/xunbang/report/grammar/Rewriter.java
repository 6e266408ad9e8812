package io.github.xunbang.report.grammar;

import java.util.List;

/** Makes the message that a repair stands for out of the message that was typed. */
final class Rewriter {

  private Rewriter() {}

  /** A stretch of the text and what to put in its place. */
  record Edit(int start, int end, String replacement) {}

  static String apply(String original, List<Edit> edits) {
    StringBuilder text = new StringBuilder(original);
    edits.stream()
        .sorted((a, b) -> Integer.compare(b.start(), a.start()))
        .forEach(edit -> text.replace(edit.start(), edit.end(), edit.replacement()));
    return text.toString();
  }

  /** Takes the stretches out of the figures and puts them into 小结. */
  static String toSummary(String original, List<Edit> stretches) {
    StringBuilder moved = new StringBuilder("\n小结：");
    String separator = "";
    for (Edit stretch : stretches) {
      moved.append(separator).append(oneLine(original.substring(stretch.start(), stretch.end())));
      separator = "，";
    }
    List<Edit> removed =
        stretches.stream().map(stretch -> new Edit(stretch.start(), stretch.end(), "，")).toList();
    return apply(original, removed) + moved;
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ').replace(':', '，').replace('：', '，').strip();
  }
}
