package io.github.xunbang.leave.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words for half a day: 上午, 下午, and 半天 that leaves open which. */
final class HalfWords {

  private static final Pattern MORNING = Pattern.compile("一?个?上午(?:半天)?|早上|早晨|[上前]半天|上半日");
  private static final Pattern AFTERNOON = Pattern.compile("一?个?下午(?:半天)?|午后|[下后]半天|下半日");
  private static final Pattern OPEN = Pattern.compile("半个?(?:工作日|天|日)假?");
  private static final Pattern NEITHER = Pattern.compile("中午|晚上|傍晚|夜里|凌晨");

  private HalfWords() {}

  /**
   * A word for half a day.
   *
   * @param end position after it
   */
  record Found(boolean afternoon, int end) {}

  /** The named half that begins at {@code at}. */
  static Optional<Found> named(String text, int at) {
    return end(MORNING, text, at)
        .map(end -> new Found(false, end))
        .or(() -> end(AFTERNOON, text, at).map(end -> new Found(true, end)));
  }

  /** Where the 半天 that begins at {@code at} ends. */
  static Optional<Integer> open(String text, int at) {
    return end(OPEN, text, at);
  }

  /** Whether a part of the day begins at {@code at} for which nobody asks leave. */
  static boolean isNeither(String text, int at) {
    return end(NEITHER, text, at).isPresent();
  }

  private static Optional<Integer> end(Pattern pattern, String text, int at) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    return matcher.lookingAt() ? Optional.of(matcher.end()) : Optional.empty();
  }
}
