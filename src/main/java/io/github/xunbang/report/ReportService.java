package io.github.xunbang.report;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.FigureChange;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.MonthLedger;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.PostingCheck;
import io.github.xunbang.metric.PostingResult;
import io.github.xunbang.metric.SubjectChange;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.report.ReportQuestion.Option;
import io.github.xunbang.report.grammar.Block;
import io.github.xunbang.report.grammar.Figure;
import io.github.xunbang.report.grammar.ParsedReport;
import io.github.xunbang.report.grammar.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes a rep's own report: reads it, guards it, posts it, answers (design section 5). */
@Component
class ReportService {

  private final OrganizationService organizations;
  private final MetricCatalog catalog;
  private final Ledger ledger;
  private final Lexicons lexicons;
  private final ReportReply replies;
  private final CheckRemarks remarks;
  private final BusinessClock clock;
  private final ObjectProvider<CommandCatalog> commands;

  ReportService(
      OrganizationService organizations,
      MetricCatalog catalog,
      Ledger ledger,
      Lexicons lexicons,
      ReportReply replies,
      CheckRemarks remarks,
      BusinessClock clock,
      ObjectProvider<CommandCatalog> commands) {
    this.organizations = organizations;
    this.catalog = catalog;
    this.ledger = ledger;
    this.lexicons = lexicons;
    this.replies = replies;
    this.remarks = remarks;
    this.clock = clock;
    this.commands = commands;
  }

  /** The business day of the caller's organization. */
  BusinessDay businessDay(Caller caller) {
    return organizations.get(caller.organization()).businessDay();
  }

  /**
   * Stores the report and returns the answer.
   *
   * @throws ReportQuestion when something must be asked first; nothing is stored then
   * @throws io.github.xunbang.command.CommandRejectedException when it cannot be stored
   */
  String report(ReportRequest request) {
    Organization organization = organizations.get(request.caller().organization());
    List<Metric> metrics = catalog.metrics(organization.id());
    ParsedReport parsed = lexicons.parse(request, organization, metrics);
    if (!parsed.clean()) {
      throw question(parsed, metrics);
    }
    CommandDefinition texts = texts();
    ReportDays days = new ReportDays(texts, organization.businessDay());
    for (Block block : parsed.blocks()) {
      days.check(block.date(), request.caller(), request.at(), clock.instant());
    }
    PostingResult result =
        ledger.post(
            posting(request, parsed),
            guards(
                request,
                parsed,
                new ReportGuards(texts, metrics, request.text(), request.confirmed())));
    return replies.stored(
        new ReportReply.Context(
            texts,
            organization.id(),
            metrics,
            request.caller().conversation().isGroup(),
            remarks.lines(texts, parsed, result, metrics),
            replaced(parsed)),
        result.posted());
  }

  private static Set<String> replaced(ParsedReport parsed) {
    return parsed.blocks().stream()
        .flatMap(block -> block.figures().stream())
        .filter(figure -> figure.operation() == Figure.Operation.SET)
        .map(Figure::metricId)
        .collect(Collectors.toSet());
  }

  private CommandDefinition texts() {
    return commands.getObject().find(DailyReportCommand.NAME).orElseThrow();
  }

  /**
   * A hyphen subtracts only from a value stored that day; without one it is asked (design section
   * 5).
   */
  private PostingCheck guards(ReportRequest request, ParsedReport parsed, ReportGuards guards) {
    return (change, before) -> {
      for (Block block : parsed.blocks()) {
        if (block.date().equals(change.day())) {
          askHyphens(request, parsed, block, before);
        }
      }
      guards.check(change, before);
    };
  }

  /** The first such figure is asked; the answer settles all of that day. */
  private void askHyphens(
      ReportRequest request, ParsedReport parsed, Block block, MonthLedger before) {
    List<Figure> unclear =
        block.figures().stream()
            .filter(figure -> figure.operation() == Figure.Operation.HYPHEN)
            .filter(figure -> before.value(block.date(), figure.metricId()).isEmpty())
            .toList();
    if (unclear.isEmpty()) {
      return;
    }
    FigureText texts = new FigureText(catalog.metrics(request.caller().organization()));
    Metric metric = texts.metric(unclear.get(0).metricId());
    String number = FigureText.number(metric, unclear.get(0).value());
    String meant = understood(texts, unclear);
    throw new ReportQuestion(
        texts().text("hyphen", Map.of("metric", metric.name(), "value", number)),
        List.of(new Option("登记" + meant, parsed.withoutHyphens(unclear), false)),
        false);
  }

  private static Posting posting(ReportRequest request, ParsedReport parsed) {
    List<SubjectChange> changes = new ArrayList<>();
    for (Block block : parsed.blocks()) {
      changes.add(
          new SubjectChange(
              request.caller().member(),
              block.date(),
              block.figures().stream().map(ReportService::change).toList(),
              block.notes()));
    }
    return new Posting(
        request.caller().organization(),
        request.messageKey(),
        request.caller().member(),
        request.at(),
        request.text(),
        request.reason(),
        changes);
  }

  static FigureChange change(Figure figure) {
    return switch (figure.operation()) {
      case SET -> new FigureChange(figure.metricId(), FigureChange.Operation.SET, figure.value());
      case ADD -> new FigureChange(figure.metricId(), FigureChange.Operation.ADD, figure.value());
      case HYPHEN ->
          new FigureChange(figure.metricId(), FigureChange.Operation.ADD, figure.value().negate());
    };
  }

  /** What was understood, what was not, and the repair as an answer (design section 2, rule 2). */
  private static ReportQuestion question(ParsedReport parsed, List<Metric> metrics) {
    Problem problem = parsed.problems().get(0);
    FigureText text = new FigureText(metrics);
    List<String> understood = new ArrayList<>();
    for (Block block : parsed.blocks()) {
      if (!block.figures().isEmpty()) {
        understood.add(
            (block.dated() ? DateText.day(block.date()) + " " : "")
                + understood(text, block.figures()));
      }
    }
    String prefix = understood.isEmpty() ? "" : "看懂了：" + String.join("；", understood) + "\n";
    return new ReportQuestion(
        prefix + problem.sentence() + (problem.repairs().isEmpty() ? "" : "（先没登记）"),
        problem.repairs().stream()
            .map(
                repair ->
                    new Option(UntrustedText.oneLine(repair.label(), 40), repair.text(), false))
            .toList(),
        false);
  }

  private static String understood(FigureText text, List<Figure> figures) {
    StringBuilder line = new StringBuilder();
    for (Figure figure : figures) {
      Metric metric = text.metric(figure.metricId());
      line.append(line.length() == 0 ? "" : " ")
          .append(metric.name())
          .append(FigureText.number(metric, figure.value()));
    }
    return line.toString();
  }
}
