package io.github.xunbang.report.grammar;

import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.command.TypedText;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads corrections (command 改): 不对，签单是1不是2 · 写错了 签单1 · 更正 意向 12 · 改 昨天 签单 1 · 签单2改成1. What the
 * wrong value was said to be is left out; only the right one remains.
 */
public final class CorrectionParser {

  private static final String[] OPENINGS = {
    "写错了", "报错了", "说错了", "打错了", "填错了", "发错了", "不对", "错了", "更正一下", "更正", "改一下", "修改", "纠正", "改"
  };

  /** 把意向改成9, 麻烦帮我把签单改为1. */
  private static final String ASKING = "^(麻烦|请|帮我|帮忙|你)*\\s*(把|将|給|给)?\\s*(我的)?";

  private static final String[] TURNS = {"改成", "改为", "改到"};

  private final ReportGrammar grammar;

  /** Reads what is left after the words of correction with {@code grammar}. */
  public CorrectionParser(ReportGrammar grammar) {
    this.grammar = grammar;
  }

  /** The corrected figures, or empty when the text has no form of a correction. */
  public Optional<ParsedReport> parse(String typed, boolean voice, Lexicon lexicon, Instant now) {
    String original = TypedText.clean(typed).strip();
    String plain = plain(original);
    return plain.equals(original) && !turns(original)
        ? Optional.empty()
        : Optional.of(grammar.parse(plain, voice, lexicon, now));
  }

  /** The message without the words of correction: {@code 签单是1}. */
  static String plain(String original) {
    String asked = turns(original) ? original.replaceFirst(ASKING, "") : original;
    String rest = withoutWrongValue(withoutOpening(asked));
    return withoutOldValue(rest);
  }

  private static boolean turns(String original) {
    String text = TypedText.normalize(original);
    for (String turn : TURNS) {
      int at = text.indexOf(turn);
      if (at >= 0
          && ChineseNumber.scan(text, Chars.skipBlanks(text, at + turn.length())).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static String withoutOpening(String original) {
    String text = TypedText.normalize(original);
    for (String opening : OPENINGS) {
      if (text.startsWith(opening)) {
        return original.substring(opening.length()).replaceFirst("^[\\s，,。.:：！!、了]+", "");
      }
    }
    return original;
  }

  /** Takes 不是2单 out. */
  private static String withoutWrongValue(String original) {
    String text = TypedText.normalize(original);
    int from = text.indexOf("不是");
    if (from < 0) {
      return original;
    }
    int number = Chars.skipBlanks(text, from + 2);
    Optional<ParsedNumber> wrong = ChineseNumber.scan(text, number);
    if (wrong.isEmpty()) {
      return original;
    }
    int end = wrong.get().end();
    boolean measured = "个单家位组名".indexOf(Chars.at(text, end)) >= 0 && end < text.length();
    end += measured ? 1 : 0;
    int start = Chars.at(text, from - 1) == '而' ? from - 1 : from;
    int right = skipped(text, end);
    boolean rightFollows = text.startsWith("是", right);
    return original.substring(0, start)
        + (rightFollows ? original.substring(right) : "，" + original.substring(end));
  }

  private static int oldValueStart(String text, int turn) {
    int at = turn;
    if (at > 1 && "个单元".indexOf(text.charAt(at - 1)) >= 0 && isNumberPart(text.charAt(at - 2))) {
      at--;
    }
    while (at > 0 && isNumberPart(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isNumberPart(char c) {
    return Chars.digit(c) || ".万w".indexOf(c) >= 0;
  }

  private static int skipped(String text, int from) {
    int at = from;
    while (",， ".indexOf(Chars.at(text, at)) >= 0 && at < text.length()) {
      at++;
    }
    return at;
  }

  /** Takes the 2 out of 签单2改成1. */
  private static String withoutOldValue(String original) {
    String text = TypedText.normalize(original);
    for (String turn : TURNS) {
      int at = text.indexOf(turn);
      int digits = oldValueStart(text, at);
      if (at > 0) {
        int start =
            Chars.at(text, digits - 1) == '从' || Chars.at(text, digits - 1) == '由'
                ? digits - 1
                : digits;
        return original.substring(0, start) + original.substring(at);
      }
    }
    return original;
  }
}
