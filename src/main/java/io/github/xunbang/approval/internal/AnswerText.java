package io.github.xunbang.approval.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Short answers to open questions, recognised only when nothing else stands in the message. 收到 and
 * 好的 are courtesy and never confirm (design section 5).
 */
final class AnswerText {

  /** What a short answer says. */
  sealed interface Answer permits Choice, Confirmation, Refusal, Courtesy {}

  /** {@code 2}: an option of the only open question. */
  record Choice(int option) implements Answer {}

  /**
   * {@code 确认}, {@code 确认 3}, {@code 确认 3 2}.
   *
   * @param question number of the question, or 0 for the only open one
   * @param option 1-based
   */
  record Confirmation(int question, int option) implements Answer {}

  /**
   * {@code 取消}, {@code 取消 3}.
   *
   * @param question number of the question, or 0 for the only open one
   */
  record Refusal(int question) implements Answer {}

  /**
   * {@code 收到}, {@code 谢谢}.
   *
   * @param thanks whether the bot was thanked
   */
  record Courtesy(boolean thanks) implements Answer {}

  private static final int LONGEST = 16;
  private static final Pattern CHOICE = Pattern.compile("(?:回复|回|选)?\\s*([1-9])");
  private static final Pattern CONFIRMATION =
      Pattern.compile(
          "(?:确认|确定|是的|是|对的|对)(?:\\s*#?\\s*([1-9]\\d?)(?:(?:\\s+选?|\\s*[选,.、-]\\s*)([1-9]))?)?");
  private static final Pattern REFUSAL =
      Pattern.compile("(?:取消|不用了|不用|不要|不是|算了|不|否)(?:\\s*#?\\s*([1-9]\\d?))?");
  private static final Pattern BARE_NUMBER_AFTER_SHORT_WORD =
      Pattern.compile("(?:是的|是|对的|对|不是|不要|不用了|不用|不|否|算了).*\\d.*");
  private static final Set<String> THANKS =
      Set.of("谢谢", "谢谢你", "谢谢您", "多谢", "感谢", "谢了", "谢", "辛苦", "辛苦了", "🙏");
  private static final Set<String> SEEN =
      Set.of(
          "收到", "好的", "好", "好滴", "好嘞", "好哒", "嗯", "嗯嗯", "嗯呢", "哦", "知道了", "明白", "了解", "ok", "okk",
          "👍", "👌", "💪");

  private AnswerText() {}

  /** The answer that {@code typed} is as a whole, or empty. */
  static Optional<Answer> read(String typed) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = plain(typed);
    if (THANKS.contains(plain) || SEEN.contains(plain)) {
      return Optional.of(new Courtesy(THANKS.contains(plain)));
    }
    Matcher choice = CHOICE.matcher(plain);
    if (choice.matches()) {
      return Optional.of(new Choice(number(choice.group(1))));
    }
    // “不 2” or “对 3” may as well be figures; with a number only 确认, 确定 and 取消 are clear.
    if (BARE_NUMBER_AFTER_SHORT_WORD.matcher(plain).matches()) {
      return Optional.empty();
    }
    Matcher confirmation = CONFIRMATION.matcher(plain);
    if (confirmation.matches()) {
      int option = confirmation.group(2) == null ? 1 : number(confirmation.group(2));
      return Optional.of(new Confirmation(number(confirmation.group(1)), option));
    }
    Matcher refusal = REFUSAL.matcher(plain);
    return refusal.matches()
        ? Optional.of(new Refusal(number(refusal.group(1))))
        : Optional.empty();
  }

  private static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        // Variation selectors, the keycap of 1️⃣ and skin tones change no meaning.
        .replaceAll("[\\x{FE0F}\\x{20E3}\\x{1F3FB}-\\x{1F3FF}]", "")
        .strip()
        .replaceAll("[。.!~,、;\\s]+$", "")
        .toLowerCase(Locale.ROOT);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
