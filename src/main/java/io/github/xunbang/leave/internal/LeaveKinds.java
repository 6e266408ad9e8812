package io.github.xunbang.leave.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of leave and the words for them; any other word is a reason. */
final class LeaveKinds {

  static final String MATERNITY = "产假";

  /** For answers, the usual ones. */
  static final String LIST = "事假 病假 年假 调休 婚假 产假 陪产假 丧假";

  /** Words that name a kind. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("年休假", "年假"),
          Map.entry("陪产假", "陪产假"),
          Map.entry("护理假", "护理假"),
          Map.entry("探亲假", "探亲假"),
          Map.entry("工伤假", "工伤假"),
          Map.entry("育儿假", "育儿假"),
          Map.entry("哺乳假", "哺乳假"),
          Map.entry("事假", "事假"),
          Map.entry("病假", "病假"),
          Map.entry("年假", "年假"),
          Map.entry("婚假", "婚假"),
          Map.entry("产假", MATERNITY),
          Map.entry("丧假", "丧假"),
          Map.entry("调休", "调休"),
          Map.entry("补休", "调休"),
          Map.entry("轮休", RestCommands.KIND));

  private static final List<Integer> LENGTHS = List.of(3, 2);

  private LeaveKinds() {}

  /**
   * A kind found in a text.
   *
   * @param end position after its word
   */
  record Found(String kind, int end) {}

  /** The kind whose word begins at {@code at}, the longer word first. */
  static Optional<Found> at(String text, int at) {
    for (int length : LENGTHS) {
      int end = Math.min(text.length(), at + length);
      String kind = WORDS.get(text.substring(at, end));
      if (kind != null) {
        return Optional.of(new Found(kind, end));
      }
    }
    return Optional.empty();
  }

  /** The kind that {@code word} names as a whole. */
  static Optional<String> named(String word) {
    return Optional.ofNullable(WORDS.get(word));
  }
}
