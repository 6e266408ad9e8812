package io.github.xunbang.report;

import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.metric.Feed.Measure;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.report.grammar.CheckValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a report states and what is known.
 *
 * @param label what people read before the numbers
 * @param metric whose value
 * @param check what was typed
 * @param day business day of the report
 * @param actual what the ledger has
 */
record CheckClaim(String label, Metric metric, CheckValue check, LocalDate day, BigDecimal actual) {

  /** Percentages agree when they do so in as many decimals as were typed; 签单+1 changes nothing. */
  boolean differs() {
    if (check.kind() == CheckValue.Kind.FED_CHANGE) {
      return true;
    }
    int scale = Math.max(0, check.value().stripTrailingZeros().scale());
    BigDecimal known = percent() ? actual.setScale(scale, RoundingMode.HALF_UP) : actual;
    return known.compareTo(check.value()) != 0;
  }

  /** The line about it; of what deals or customers write, with what to send instead. */
  String text(CommandDefinition texts) {
    String key = differs() ? check.isFed() ? fedKey() : "check_differs" : "check_agrees";
    return texts.text(
        key,
        Map.of(
            "label", label,
            "metric", metric.name(),
            "stated", stated(),
            "actual", number(actual)));
  }

  private String stated() {
    boolean more = check.kind() == CheckValue.Kind.FED_CHANGE && check.value().signum() > 0;
    return (more ? "+" : "") + number(check.value());
  }

  /** Something is missing in the records when they have less than was stated. */
  private String fedKey() {
    boolean missing =
        check.kind() == CheckValue.Kind.FED_CHANGE
            ? check.value().signum() > 0
            : check.value().compareTo(actual) > 0;
    Measure measure =
        metric.feed() == null
            ? Measure.DEAL_COUNT
            : metric.feed().on(day).orElse(metric.feed()).measure();
    return !missing
        ? "fed_less"
        : switch (measure) {
          case DEAL_COUNT, DEAL_AMOUNT -> "fed_deals";
          case PAID_AMOUNT -> "fed_paid";
          case CUSTOMERS -> "fed_customers";
        };
  }

  private String number(BigDecimal value) {
    return percent() ? NumberText.plain(value) + "%" : FigureText.number(metric, value);
  }

  private boolean percent() {
    return check.kind() == CheckValue.Kind.RATE || metric.isDerived();
  }
}
