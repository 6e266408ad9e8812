package io.github.xunbang.report;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.command.Reply;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.MonthLedger;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.report.ReportQuestion.Option;
import io.github.xunbang.report.grammar.ValueSwap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 不是12是15: corrects today's one figure of that value, and asks when several have it. */
@Component
class SwapReports {

  private final OrganizationService organizations;
  private final MetricCatalog metrics;
  private final Ledger ledger;
  private final ReportQuestions reports;
  private final ObjectProvider<CommandCatalog> commands;

  SwapReports(
      OrganizationService organizations,
      MetricCatalog metrics,
      Ledger ledger,
      ReportQuestions reports,
      ObjectProvider<CommandCatalog> commands) {
    this.organizations = organizations;
    this.metrics = metrics;
    this.ledger = ledger;
    this.reports = reports;
    this.commands = commands;
  }

  /**
   * Corrects the figure, or asks which.
   *
   * @throws CommandRejectedException when no figure of today has the wrong value
   */
  Reply report(CommandCall call, ValueSwap swap) {
    String organization = call.caller().organization();
    LocalDate today = organizations.get(organization).businessDay().of(call.message().receivedAt());
    MonthLedger month = Months.of(ledger, organization, call.caller().member(), today);
    List<Metric> having =
        metrics.metrics(organization).stream()
            .filter(metric -> metric.active() && has(month, today, metric, swap))
            .toList();
    List<Metric> reported = having.stream().filter(metric -> !metric.isFedOn(today)).toList();
    // A fed figure alone is told where it can be corrected.
    List<Option> options =
        (reported.isEmpty() ? having : reported)
            .stream().map(metric -> option(metric, swap)).toList();
    if (options.isEmpty()) {
      // A redelivered line finds the right value where the wrong one was; the ledger knows it.
      options =
          metrics.metrics(organization).stream()
              .filter(metric -> changedBy(month, today, metric, call.message().key()))
              .map(metric -> option(metric, swap))
              .toList();
    }
    return correct(call, swap, options);
  }

  private Reply correct(CommandCall call, ValueSwap swap, List<Option> options) {
    CommandDefinition texts = commands.getObject().find(DailyReportCommand.NAME).orElseThrow();
    String wrong = NumberText.plain(swap.wrong());
    ReportRequest request =
        ReportRequest.of(call, call.message().text(), LedgerEntry.Reason.CORRECTION);
    if (options.isEmpty()) {
      throw new CommandRejectedException(
          texts.text("swap_none", Map.of("value", wrong, "line", NumberText.plain(swap.right()))));
    }
    return options.size() == 1
        ? reports.report(request.repaired(options.get(0).text(), false))
        : reports.ask(
            request,
            new ReportQuestion(texts.text("swap_which", Map.of("value", wrong)), options, false));
  }

  private static boolean has(MonthLedger month, LocalDate today, Metric metric, ValueSwap swap) {
    return month
        .value(today, metric.id())
        .filter(value -> value.compareTo(swap.wrong()) == 0)
        .isPresent();
  }

  private static boolean changedBy(
      MonthLedger month, LocalDate today, Metric metric, String messageKey) {
    return month.day(today).stream()
        .flatMap(sheet -> sheet.entries().stream())
        .filter(entry -> entry.messageKey().equals(messageKey))
        .flatMap(entry -> entry.steps().stream())
        .anyMatch(step -> step.metricId().equals(metric.id()));
  }

  private static Option option(Metric metric, ValueSwap swap) {
    String line = "改 " + metric.name() + " " + FigureText.number(metric, swap.right());
    return new Option(line, line, false);
  }
}
