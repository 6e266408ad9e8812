package io.github.xunbang.report;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.PostingResult;
import io.github.xunbang.metric.PostingResult.Posted;
import io.github.xunbang.report.grammar.Block;
import io.github.xunbang.report.grammar.CheckValue;
import io.github.xunbang.report.grammar.ParsedReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares the check values of a report (累计 and figures that reports do not write) with the ledger
 * and names differences.
 */
@Component
class CheckRemarks {

  /** One line per difference; a value that cannot be compared yet (targets) says nothing. */
  List<String> lines(
      CommandDefinition texts, ParsedReport parsed, PostingResult result, List<Metric> metrics) {
    FigureText text = new FigureText(metrics);
    List<String> lines = new ArrayList<>();
    for (Block block : parsed.blocks()) {
      for (Posted posted : result.posted()) {
        if (posted.entry().day().equals(block.date())) {
          block.checks().forEach(check -> compare(texts, text, check, posted, lines));
        }
      }
    }
    return lines;
  }

  private static void compare(
      CommandDefinition texts,
      FigureText text,
      CheckValue check,
      Posted posted,
      List<String> lines) {
    if (check.metricId() == null) {
      return;
    }
    Metric metric = text.metric(check.metricId());
    BigDecimal actual = metric.isDerived() ? derived(metric, check, posted) : actual(check, posted);
    if (actual == null || isSame(metric, actual, check.value())) {
      return;
    }
    lines.add(
        texts.text(
            "check_differs",
            Map.of(
                "label", label(check) + metric.name(),
                "stated", FigureText.number(metric, check.value()),
                "actual", FigureText.number(metric, actual))));
  }

  private static String label(CheckValue check) {
    if (check.kind() != CheckValue.Kind.TOTAL || check.period() == null) {
      return "";
    }
    return switch (check.period()) {
      case XUN -> "本旬累计";
      case HALF_MONTH -> "半月累计";
      case DAY, WEEK, MONTH, QUARTER, YEAR, CAMPAIGN -> "本月累计";
    };
  }

  /** A derived figure of the day from the figures it is made of. */
  private static @Nullable BigDecimal derived(Metric metric, CheckValue check, Posted posted) {
    return check.kind() == CheckValue.Kind.DAY
        ? posted
            .after()
            .day(posted.entry().day())
            .flatMap(sheet -> metric.derive(sheet.values()))
            .orElse(null)
        : null;
  }

  /** A share is typed with as many decimals as people like. */
  private static boolean isSame(Metric metric, BigDecimal actual, BigDecimal stated) {
    int decimals = Math.max(0, stated.stripTrailingZeros().scale());
    return metric.isDerived() && decimals < actual.scale()
        ? actual.setScale(decimals, RoundingMode.HALF_UP).compareTo(stated) == 0
        : actual.compareTo(stated) == 0;
  }

  private static @Nullable BigDecimal actual(CheckValue check, Posted posted) {
    if (check.metricId() == null) {
      return null;
    }
    return switch (check.kind()) {
      case TOTAL ->
          check.period() == null || !withinMonth(check.period())
              ? null
              : posted.after().sum(check.period(), posted.entry().day(), check.metricId());
      case DAY ->
          posted.after().value(posted.entry().day(), check.metricId()).orElse(BigDecimal.ZERO);
      case TARGET, RATE, GAP -> null;
    };
  }

  private static boolean withinMonth(PeriodType period) {
    return switch (period) {
      case DAY, XUN, HALF_MONTH, MONTH -> true;
      case WEEK, QUARTER, YEAR, CAMPAIGN -> false;
    };
  }
}
