package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Selection;
import io.github.xunbang.incentive.settlement.Award;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The figure that decides a reward, short enough to stand behind a name: what the place goes by,
 * what the percentage is of, the count that was reached. The whole working is told by 为什么.
 */
final class Deciding {

  private static final Pattern PLACE = Pattern.compile("(并列)?第\\d+名，共\\d+名");
  private static final Pattern FIGURE = Pattern.compile("([^：，×]+)：([^，×]+)");
  private static final Pattern REACHED =
      Pattern.compile("(\\d+)月(\\d+)日(\\d\\d:\\d\\d):\\d\\d.*?达到\\D*([\\d.]+)(\\D*)");
  private static final Pattern YUAN = Pattern.compile("(-?\\d+(?:\\.\\d+)?)元");
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final int STEP = 40;

  private Deciding() {}

  /**
   * Of one award.
   *
   * @param exact whether amounts keep all their digits, for they would look equal without
   */
  static String of(Award award, boolean exact) {
    if (award.rule().selection() instanceof Selection.Race) {
      return reached(award, exact);
    }
    String line = line(award);
    Matcher figure = FIGURE.matcher(line.replaceFirst("（[^（）]*）$", ""));
    if (!figure.matches()) {
      return cut(line);
    }
    String value = figure.group(2);
    String result = value.substring(value.lastIndexOf(" = ") + 1).replaceFirst("^= ", "");
    return cut(figure.group(1) + amounts(result, exact) + percent(award));
  }

  /** {@code 12-04 18:38达到10万}; the second is in 为什么 for who was just behind. */
  private static String reached(Award award, boolean exact) {
    for (String step : award.working()) {
      Matcher line = REACHED.matcher(step);
      if (line.matches()) {
        return "%02d-%02d %s达到%s"
            .formatted(
                Integer.parseInt(line.group(1)),
                Integer.parseInt(line.group(2)),
                exact ? step.replaceFirst(".*?(\\d\\d:\\d\\d:\\d\\d).*", "$1") : line.group(3),
                amounts(line.group(4) + line.group(5), true));
      }
    }
    return cut(line(award));
  }

  private static String line(Award award) {
    List<String> working = award.working();
    for (int i = 1; i < working.size(); i++) {
      if (PLACE.matcher(working.get(i)).matches()) {
        return working.get(i - 1);
      }
    }
    return working.stream()
        .filter(step -> FIGURE.matcher(step).matches() && !step.endsWith("）"))
        .filter(step -> !step.startsWith("四舍五入") && !step.startsWith("零头"))
        .reduce((one, next) -> next)
        .orElseGet(() -> working.isEmpty() ? "" : working.get(0));
  }

  private static String percent(Award award) {
    return award.rule().payout() instanceof Payout.Percent of
        ? "的" + NumberText.plain(of.percent()) + "%"
        : "";
  }

  /** {@code 81837元} is {@code 8.18万}, as people say it. */
  private static String amounts(String text, boolean exact) {
    return YUAN.matcher(text)
        .replaceAll(
            found -> {
              BigDecimal amount = new BigDecimal(found.group(1));
              return amount.abs().compareTo(TEN_THOUSAND) < 0 ? found.group() : big(amount, exact);
            });
  }

  private static String big(BigDecimal amount, boolean exact) {
    BigDecimal shown =
        exact ? amount.divide(TEN_THOUSAND) : amount.divide(TEN_THOUSAND, 2, RoundingMode.HALF_UP);
    return NumberText.plain(shown) + "万";
  }

  private static String cut(String text) {
    return text.length() <= STEP ? text : text.substring(0, STEP) + "…";
  }
}
