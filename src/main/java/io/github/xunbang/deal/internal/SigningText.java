package io.github.xunbang.deal.internal;

import io.github.xunbang.command.TypedText;
import io.github.xunbang.message.UntrustedText;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line about a deal and how far it was read: where words, customers and values of labels end.
 * Positions of the normalized text are positions of the typed one.
 */
final class SigningText {

  /** Labels that also end a word that is written without a blank: 王女士协作李四. */
  private static final Pattern INNER_LABEL = Pattern.compile("协作|来源|产品|金额|占比");

  private static final int WORD_LENGTH = 20;

  final String text;
  private final String typed;
  int at;

  SigningText(String typed) {
    this.typed = typed;
    this.text = TypedText.normalize(typed);
  }

  String typed() {
    return typed;
  }

  boolean isDone() {
    return at >= text.length();
  }

  /** The pattern at the position; passed over when it is there. */
  boolean take(Pattern pattern) {
    Matcher matcher = at(pattern);
    if (!matcher.lookingAt()) {
      return false;
    }
    at = matcher.end();
    return true;
  }

  /** A matcher that begins at the position and sees what lies before it. */
  Matcher at(Pattern pattern) {
    return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
  }

  /** What was typed up to {@code end}, without markup; the position goes there. */
  String takeTo(int end) {
    String word = UntrustedText.oneLine(typed.substring(at, end), WORD_LENGTH);
    at = end;
    return word;
  }

  void skipBlanks() {
    while (!isDone()
        && (Character.isWhitespace(text.charAt(at)) || ":：=".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
  }

  /** Blanks, punctuation, emoji and remarks in brackets. */
  boolean skipNoise() {
    int point = text.codePointAt(at);
    if (point == '(') {
      int close = text.indexOf(')', at);
      at = close < 0 ? at + 1 : close + 1;
      return true;
    }
    if (point == '-' && isDigit(at + 1)) {
      throw new SigningProblem("amountSign");
    }
    if (Character.isLetterOrDigit(point) || point == '@' || point == '¥' || point == '+') {
      return false;
    }
    at += Character.charCount(point);
    return true;
  }

  void skipLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  /** What stands behind a label; other labels within it are part of it. */
  String value(String label) {
    skipBlanks();
    int end = at;
    while (end < text.length() && !isSeparator(text.charAt(end))) {
      end++;
    }
    String word = takeTo(end);
    if (word.isBlank()) {
      throw new SigningProblem("noValue", Map.of("label", label));
    }
    return word;
  }

  /**
   * Where the word ends: at a blank, before a label written without one, and before an amount where
   * there is none yet.
   */
  int wordEnd(int from, boolean amountKnown) {
    int end = from;
    while (end < text.length() && !isSeparator(text.charAt(end))) {
      boolean inside = end > from;
      if (inside && (isInnerLabel(end) || !amountKnown && isInnerAmount(from, end))) {
        return end;
      }
      end++;
    }
    return end;
  }

  /** Latin words of one name belong together: ABC Trading. */
  int customerEnd(boolean amountKnown) {
    int end = wordEnd(at, amountKnown);
    while (end > at
        && end + 1 < text.length()
        && text.charAt(end) == ' '
        && isLatin(end - 1)
        && isLatin(end + 1)) {
      end = wordEnd(end + 1, amountKnown);
    }
    return end;
  }

  boolean isDigit(int position) {
    return position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9';
  }

  private boolean isInnerLabel(int position) {
    return INNER_LABEL.matcher(text).region(position, text.length()).lookingAt();
  }

  /** 王女士5.8万 and 王女士五万八, but neither 12栋王姐 nor 王三丰. */
  private boolean isInnerAmount(int from, int position) {
    boolean digit = isDigit(position) && !isDigit(position - 1) || text.charAt(position) == '¥';
    if (!digit && (isDigit(position) || position - from < 2)) {
      return false;
    }
    return TypedAmount.at(text, position)
        .filter(
            found ->
                found.scaled()
                    || found.end() >= text.length()
                    || isSeparator(text.charAt(found.end())))
        .isPresent();
  }

  private static boolean isSeparator(char c) {
    return Character.isWhitespace(c) || (",，;；、。|@" + TypedPhone.MARK).indexOf(c) >= 0;
  }

  private boolean isLatin(int position) {
    return text.charAt(position) >= 'a' && text.charAt(position) <= 'z';
  }
}
