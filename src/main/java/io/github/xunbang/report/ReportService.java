package io.github.xunbang.report;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.metric.FigureChange;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.MonthLedger;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.PostingCheck;
import io.github.xunbang.metric.PostingResult;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.report.ReportDays.Lateness;
import io.github.xunbang.report.ReportQuestion.Option;
import io.github.xunbang.report.grammar.Block;
import io.github.xunbang.report.grammar.Figure;
import io.github.xunbang.report.grammar.ParsedReport;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes a rep's own report: reads it, guards it, posts it, answers (design section 5). */
@Component
class ReportService {

  private static final int MOST_LINES = 6;

  private final OrganizationService organizations;
  private final MetricCatalog catalog;
  private final Ledger ledger;
  private final Lexicons lexicons;
  private final ReportReply replies;
  private final CheckRemarks remarks;
  private final LateRequests lateRequests;
  private final LateFigures lateFigures;
  private final ReportSections sections;
  private final BusinessClock clock;
  private final ObjectProvider<CommandCatalog> commands;

  ReportService(
      OrganizationService organizations,
      MetricCatalog catalog,
      Ledger ledger,
      Lexicons lexicons,
      ReportReply replies,
      CheckRemarks remarks,
      LateRequests lateRequests,
      LateFigures lateFigures,
      ReportSections sections,
      BusinessClock clock,
      ObjectProvider<CommandCatalog> commands) {
    this.organizations = organizations;
    this.catalog = catalog;
    this.ledger = ledger;
    this.lexicons = lexicons;
    this.replies = replies;
    this.remarks = remarks;
    this.lateRequests = lateRequests;
    this.lateFigures = lateFigures;
    this.sections = sections;
    this.clock = clock;
    this.commands = commands;
  }

  /**
   * A report that was read and may be stored.
   *
   * @param texts those of 日报
   */
  private record Readable(
      ReportRequest request,
      Organization organization,
      List<Metric> metrics,
      CommandDefinition texts,
      ParsedReport parsed,
      List<ReportPart> parts) {

    /** Those that the ledger takes; the others are only compared. */
    List<ReportPart> storedParts() {
      return parts.stream().filter(ReportPart::isStored).toList();
    }

    Map<String, String> unitNames() {
      Map<String, String> names = new HashMap<>();
      for (ReportPart part : parts) {
        Unit unit = part.unit();
        if (unit != null) {
          names.put(unit.id(), unit.name());
        }
      }
      return names;
    }
  }

  /** The business day of the caller's organization. */
  BusinessDay businessDay(Caller caller) {
    return organizations.get(caller.organization()).businessDay();
  }

  /**
   * Stores the report and returns the answer; figures that come too late wait for 批准 instead.
   *
   * @throws ReportQuestion when something must be asked first; nothing is stored then
   * @throws io.github.xunbang.command.CommandRejectedException when it cannot be stored
   */
  Reply report(ReportRequest request) {
    ReportPlaces.check(
        organizations.get(request.caller().organization()), request.caller(), texts());
    Readable report = read(request);
    if (report.parsed().onlyChecks()) {
      return Reply.text(comparison(report));
    }
    ReportDays days = new ReportDays(report.texts(), report.organization());
    Lateness lateness =
        days.of(
            report.parts().stream().map(part -> part.block().date()).toList(),
            request.at(),
            clock.instant());
    if (lateness != Lateness.IN_TIME && !request.caller().access().covers(Access.MANAGER)) {
      return Reply.text(
          lateRequests.ask(
              report.texts(),
              request,
              report.storedParts(),
              guards(report),
              lateness,
              understood(report)));
    }
    PostingResult result = store(report, lateness);
    lateFigures.publish(report.organization(), result);
    sections.publish(report.organization(), request, result);
    return answer(report, result);
  }

  /**
   * Stores late figures that were approved; the same approval again changes nothing.
   *
   * @param approvedAt business time of the approval
   */
  String storeApproved(Approval approval, ReportRequest request, Instant approvedAt) {
    Readable report = read(request);
    if (report.parsed().onlyChecks()) {
      return comparison(report);
    }
    PostingResult result = store(report, Lateness.FROZEN);
    lateFigures.publishApproved(report.organization(), result, approvedAt);
    sections.publish(report.organization(), request, result);
    String stored =
        report
            .texts()
            .text(
                "late_stored",
                Map.of(
                    "number", approval.number(),
                    "name", request.caller().name(),
                    "values", understood(report)));
    return Stream.concat(Stream.of(stored), remarks(report, result).stream())
        .limit(MOST_LINES)
        .collect(Collectors.joining("\n"));
  }

  private Readable read(ReportRequest request) {
    Organization organization = organizations.get(request.caller().organization());
    List<Metric> metrics = catalog.metrics(organization.id());
    ParsedReport parsed = lexicons.parse(request, organization, metrics);
    CommandDefinition texts = texts();
    if (!parsed.clean()) {
      throw ProblemQuestion.of(request, parsed, metrics);
    }
    if (parsed.blocks().isEmpty()) {
      throw new CommandRejectedException(texts.text("nothing", Map.of()));
    }
    List<ReportPart> parts =
        new UnitSubjects(texts, organization, metrics)
            .parts(parsed.blocks(), request.caller().member(), request.caller());
    return new Readable(request, organization, metrics, texts, parsed, parts);
  }

  private PostingResult store(Readable report, Lateness lateness) {
    return ledger.post(posting(report, lateness), guards(report));
  }

  private Reply answer(Readable report, PostingResult result) {
    List<String> remarks = remarks(report, result);
    Reply whole =
        Reply.text(
            replies.stored(
                new ReportReply.Context(
                    report.texts(),
                    report.organization(),
                    report.metrics(),
                    report.request().caller().conversation().isGroup(),
                    remarks,
                    replaced(report.parsed()),
                    report.unitNames()),
                result.posted()));
    // A remark must be read, so it is said by itself.
    Optional<String> brief =
        remarks.isEmpty()
            ? ReportBrief.of(
                report.request().caller(),
                report.organization().businessDay().of(report.request().at()),
                report.metrics(),
                result.posted())
            : Optional.empty();
    return brief.map(whole::inBrief).orElse(whole);
  }

  private List<String> remarks(Readable report, PostingResult result) {
    return remarks.lines(
        report.texts(), report.organization(), report.parts(), result, report.metrics());
  }

  /** 本月累计业绩18.6万 alone asks whether that is right; nothing is stored. */
  private String comparison(Readable report) {
    List<String> lines =
        remarks.compare(report.texts(), report.organization(), report.parts(), report.metrics());
    return lines.isEmpty()
        ? report.texts().text("check_unknown", Map.of())
        : String.join("\n", lines.subList(0, Math.min(lines.size(), MOST_LINES)));
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
  private PostingCheck guards(Readable report) {
    ReportRequest request = report.request();
    ReportGuards guards =
        new ReportGuards(
            report.texts(),
            report.metrics(),
            request.text(),
            request.confirmed(),
            report.unitNames());
    return (change, before) -> {
      report.parts().stream()
          .filter(part -> part.isOf(change))
          .forEach(part -> askHyphens(request, report.parsed(), part.block(), before));
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
    FigureLine texts = new FigureLine(catalog.metrics(request.caller().organization()));
    Metric metric = texts.metric(unclear.get(0).metricId());
    String number = FigureText.number(metric, unclear.get(0).value());
    String meant = ProblemQuestion.understood(texts, unclear);
    throw new ReportQuestion(
        texts().text("hyphen", Map.of("metric", metric.name(), "value", number)),
        List.of(new Option("登记" + meant, parsed.withoutHyphens(unclear), false)),
        false);
  }

  private static Posting posting(Readable report, Lateness lateness) {
    ReportRequest request = report.request();
    boolean backfill =
        lateness != Lateness.IN_TIME && request.reason() == LedgerEntry.Reason.REPORT;
    return new Posting(
        request.caller().organization(),
        request.messageKey(),
        request.caller().member(),
        request.at(),
        request.text(),
        backfill ? LedgerEntry.Reason.BACKFILL : request.reason(),
        report.storedParts().stream().map(ReportPart::change).toList());
  }

  static FigureChange change(Figure figure) {
    return switch (figure.operation()) {
      case SET -> new FigureChange(figure.metricId(), FigureChange.Operation.SET, figure.value());
      case ADD -> new FigureChange(figure.metricId(), FigureChange.Operation.ADD, figure.value());
      case HYPHEN ->
          new FigureChange(figure.metricId(), FigureChange.Operation.ADD, figure.value().negate());
    };
  }

  private static String understood(Readable report) {
    FigureLine text = new FigureLine(report.metrics());
    return report.storedParts().stream()
        .map(
            part ->
                DateText.day(part.block().date())
                    + " "
                    + (part.unit() == null ? "" : part.unit().name() + " ")
                    + ProblemQuestion.understood(text, part.block().figures()))
        .map(String::strip)
        .collect(Collectors.joining("；"));
  }
}
