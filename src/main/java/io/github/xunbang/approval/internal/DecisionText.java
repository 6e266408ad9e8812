package io.github.xunbang.approval.internal;

import io.github.xunbang.approval.internal.Decision.Outcome;
import io.github.xunbang.message.PhoneNumbers;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code 3}, {@code #3 客户已约}, {@code 客户已约}.
 *
 * @param number of the request, or 0 when none was typed
 * @param reason what else was typed
 */
record DecisionText(int number, String reason) {

  private static final Pattern NUMBERED =
      Pattern.compile("(?:第|编号|[#№])?\\s*(\\d{1,6})(?!\\d)\\s*[号、，,。:：]?\\s*(.*)", Pattern.DOTALL);

  /** Reads what stands after 批准 or 驳回; a reason is kept and told without phone numbers. */
  static DecisionText read(String typed) {
    String input = PhoneNumbers.masked(typed);
    Matcher numbered = NUMBERED.matcher(Normalizer.normalize(input, Normalizer.Form.NFKC).strip());
    return numbered.matches()
        ? new DecisionText(Integer.parseInt(numbered.group(1)), numbered.group(2).strip())
        : new DecisionText(0, input.strip());
  }

  /**
   * Whether it may be meant for the only request: 批准 takes no words without a number (they may name
   * somebody else), 驳回 takes a reason.
   */
  boolean plain(Outcome outcome) {
    return reason.isEmpty() || outcome == Outcome.REJECTED;
  }
}
