package io.github.xunbang.report;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 日报, with or without the word: figures alone are a report, the word alone answers a line to fill
 * in.
 */
@Component
class DailyReportCommand implements CommandHandler {

  static final String NAME = "日报";

  private final ReportQuestions reports;
  private final ProxyReports proxies;
  private final HeldReports held;
  private final MetricCatalog metrics;
  private final Lexicons lexicons;

  DailyReportCommand(
      ReportQuestions reports,
      ProxyReports proxies,
      HeldReports held,
      MetricCatalog metrics,
      Lexicons lexicons) {
    this.reports = reports;
    this.proxies = proxies;
    this.held = held;
    this.metrics = metrics;
    this.lexicons = lexicons;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Effect effect() {
    return Effect.LEDGER;
  }

  @Override
  public Reply handle(CommandCall call) {
    if (call.input().isBlank()) {
      return call.reply("blank", Map.of("line", blankLine(call)));
    }
    if (call.caller().access().covers(Access.LEADER) && proxies.looksLikeMany(call)) {
      return proxies.report(call);
    }
    return reports.report(ReportRequest.of(call, call.message().text(), reason(call)));
  }

  @Override
  public Optional<Reply> handleGuest(CommandCall call) {
    return Optional.of(call.input().isBlank() ? call.reply("unknown_person") : held.hold(call));
  }

  private LedgerEntry.Reason reason(CommandCall call) {
    return lexicons.isCorrection(call.message().text(), call.caller(), call.message().receivedAt())
        ? LedgerEntry.Reason.CORRECTION
        : LedgerEntry.Reason.REPORT;
  }

  private String blankLine(CommandCall call) {
    return "日报 "
        + metrics.metrics(call.caller().organization()).stream()
            .filter(metric -> metric.active() && metric.source() == Metric.Source.REPORT)
            .map(Metric::name)
            .collect(Collectors.joining(" "));
  }
}
