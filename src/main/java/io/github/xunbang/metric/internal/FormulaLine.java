package io.github.xunbang.metric.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.Formula;
import io.github.xunbang.metric.Formula.Ratio;
import io.github.xunbang.metric.Formula.Term;
import io.github.xunbang.metric.Formula.Weighted;
import io.github.xunbang.metric.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a formula: {@code 签单 / 意向} or {@code 意向*1 + 签单*10 - 退单*5}. Words are names or aliases of
 * metrics.
 */
final class FormulaLine {

  private static final String WORD = "([\\p{IsHan}a-z][\\p{IsHan}a-z0-9]{1,11})";
  private static final String NUMBER = "(\\d{1,6}(?:\\.\\d{1,6})?)";
  private static final Pattern RATIO =
      Pattern.compile("\\s*" + WORD + "\\s*[/÷]\\s*" + WORD + "(?=\\s|$)");
  private static final Pattern TERM =
      Pattern.compile(
          "\\s*(?:%s\\s*[*×]\\s*)?%s(?:\\s*[*×]\\s*%s)?\\s*".formatted(NUMBER, WORD, NUMBER));
  private static final Pattern OPERATOR = Pattern.compile("\\s*[-+*/×÷(=].*", Pattern.DOTALL);
  private static final String SHAPE =
      "公式没看懂。比率请写：指标 新增 转化率 = 签单 / 意向；打分请写：指标 新增 综合分 = 意向*1 + 签单*10 + 业绩*0.001";

  private final String text;
  private final Function<String, Optional<Metric>> metrics;
  private int at;

  private FormulaLine(String typed, Function<String, Optional<Metric>> metrics) {
    this.text = TypedText.normalize(typed);
    this.metrics = metrics;
  }

  /**
   * A formula and where the rest of the line begins.
   *
   * @param end position in what was typed
   */
  record Read(Formula formula, int end) {}

  /**
   * Reads the formula at the start of {@code typed}.
   *
   * @param metrics finds a metric, retired ones too, by name or alias
   * @throws CommandRejectedException when it is none or names an unknown metric
   */
  static Read read(String typed, Function<String, Optional<Metric>> metrics) {
    FormulaLine line = new FormulaLine(typed, metrics);
    Formula formula = line.formula();
    if (OPERATOR.matcher(line.text.substring(line.at)).matches()) {
      throw new CommandRejectedException(SHAPE);
    }
    return new Read(formula, line.at);
  }

  private Formula formula() {
    Matcher ratio = RATIO.matcher(text);
    if (ratio.lookingAt()) {
      at = ratio.end();
      return new Ratio(metric(ratio.group(1)), metric(ratio.group(2)));
    }
    List<Term> terms = new ArrayList<>();
    BigDecimal sign = BigDecimal.ONE;
    Matcher term = TERM.matcher(text);
    do {
      if (!term.region(at, text.length()).lookingAt()) {
        throw new CommandRejectedException(SHAPE);
      }
      terms.add(new Term(metric(term.group(2)), weight(term).multiply(sign)));
      at = term.end();
      char operator = at < text.length() ? text.charAt(at) : 0;
      sign = operator == '-' ? BigDecimal.ONE.negate() : BigDecimal.ONE;
      if (operator != '+' && operator != '-') {
        return new Weighted(terms);
      }
      at++;
    } while (terms.size() < 20);
    throw new CommandRejectedException(SHAPE);
  }

  private static BigDecimal weight(Matcher term) {
    if (term.group(1) != null && term.group(3) != null) {
      throw new CommandRejectedException(SHAPE);
    }
    String digits = term.group(1) != null ? term.group(1) : term.group(3);
    return digits == null ? BigDecimal.ONE : new BigDecimal(digits);
  }

  private String metric(String word) {
    return metrics
        .apply(word)
        .map(Metric::id)
        .orElseThrow(
            () ->
                new CommandRejectedException(
                    "公式里的“%s”不是指标。发“指标”看全部，没有的先新增，例如：指标 新增 电话量 个 0-500"
                        .formatted(UntrustedText.oneLine(word, 12))));
  }
}
