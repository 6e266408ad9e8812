package io.github.xunbang.report;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.report.grammar.ValueSwap;
import java.time.LocalDate;
import java.util.List;
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
  private final SwapReports swaps;
  private final OrganizationService organizations;
  private final MetricCatalog metrics;
  private final Lexicons lexicons;

  DailyReportCommand(
      ReportQuestions reports,
      ProxyReports proxies,
      HeldReports held,
      SwapReports swaps,
      OrganizationService organizations,
      MetricCatalog metrics,
      Lexicons lexicons) {
    this.reports = reports;
    this.proxies = proxies;
    this.held = held;
    this.swaps = swaps;
    this.organizations = organizations;
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
    Optional<ValueSwap> swap = ValueSwap.of(call.message().text());
    if (swap.isPresent()) {
      return swaps.report(call, swap.get());
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

  /** The line to fill in: what one's own job reports, below it the units one is responsible for. */
  private String blankLine(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    String position =
        organization
            .member(call.caller().member())
            .map((Member member) -> member.positionOn(today))
            .orElse(null);
    String own =
        metrics.metrics(organization.id()).stream()
            .filter(metric -> metric.active() && metric.sourceOn(today) == Metric.Source.REPORT)
            .filter(metric -> metric.isFor(position))
            .map(Metric::name)
            .collect(Collectors.joining(" "));
    List<Unit> units = organization.responsibleUnits(call.caller().member(), today);
    String stores = units.stream().map(Unit::name).collect(Collectors.joining(" "));
    return ("日报 " + own).strip() + (stores.isEmpty() ? "" : "\n" + stores);
  }
}
