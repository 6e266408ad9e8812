package io.github.xunbang.report;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.PostingResult;
import io.github.xunbang.metric.SubjectChange;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.report.ReportDays.Lateness;
import io.github.xunbang.report.grammar.ParsedProxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes lines, a pasted table or a 接龙 from a leader and posts them as one: one bad line, nothing
 * stored.
 */
@Component
class ProxyReports {

  private static final int SHOWN_LINES = 12;
  private static final int SHOWN_PROBLEMS = 3;

  private final OrganizationService organizations;
  private final MetricCatalog catalog;
  private final Ledger ledger;
  private final Lexicons lexicons;
  private final LateFigures lateFigures;
  private final ReportSections sections;
  private final CheckRemarks remarks;
  private final BusinessClock clock;
  private final ObjectProvider<CommandCatalog> commands;

  ProxyReports(
      OrganizationService organizations,
      MetricCatalog catalog,
      Ledger ledger,
      Lexicons lexicons,
      LateFigures lateFigures,
      ReportSections sections,
      CheckRemarks remarks,
      BusinessClock clock,
      ObjectProvider<CommandCatalog> commands) {
    this.organizations = organizations;
    this.catalog = catalog;
    this.ledger = ledger;
    this.lexicons = lexicons;
    this.lateFigures = lateFigures;
    this.sections = sections;
    this.remarks = remarks;
    this.clock = clock;
    this.commands = commands;
  }

  /** Whether the text is a table, a 接龙 or lines that begin with other members' names. */
  boolean looksLikeMany(CommandCall call) {
    return lexicons.looksLikeProxy(call.message().text(), call.caller());
  }

  /** Posts what a leader or manager reports for others. */
  Reply report(CommandCall call) {
    LedgerEntry.Reason reason = LedgerEntry.Reason.PROXY;
    return report(
        ReportRequest.of(call, call.message().text(), reason),
        ReportRequest.of(call, call.input(), reason).text());
  }

  /**
   * Posts what stands in {@code input}, the request's text without the word 代报.
   *
   * @throws CommandRejectedException when one line cannot be stored
   */
  Reply report(ReportRequest request, String input) {
    Organization organization = organizations.get(request.caller().organization());
    CommandDefinition texts = commands.getObject().find(ProxyReportCommand.NAME).orElseThrow();
    ReportPlaces.check(organization, request.caller(), dailyTexts());
    ParsedProxy parsed = lexicons.parseProxy(input, request.at(), organization);
    if (!parsed.clean()) {
      throw new CommandRejectedException(texts.text("bad", Map.of("problems", problems(parsed))));
    }
    if (parsed.entries().isEmpty()) {
      throw new CommandRejectedException(texts.text("usage", Map.of()));
    }
    List<Metric> metrics = catalog.metrics(organization.id());
    List<ReportPart> parts =
        parsed.entries().stream().map(entry -> part(request, organization, texts, entry)).toList();
    List<String> differences = differences(organization, parts, metrics);
    if (parts.stream().noneMatch(ReportPart::isStored)) {
      return Reply.text(
          differences.isEmpty()
              ? texts.text("only_fed", Map.of())
              : String.join("\n", differences));
    }
    PostingResult result =
        ledger.post(
            posting(request, organization, parts),
            // A leader has looked at the whole table, so only the range is checked.
            new ReportGuards(texts, metrics, request.text(), true));
    lateFigures.publish(organization, result);
    sections.publish(organization, request, result);
    List<String> remarked = new ArrayList<>(parsed.differences());
    remarked.addAll(differences);
    return Reply.text(answer(texts, organization, metrics, remarked, result));
  }

  private static String problems(ParsedProxy parsed) {
    return parsed.problems().stream()
        .limit(SHOWN_PROBLEMS)
        .map(each -> "第" + each.line() + "行 " + each.problem().sentence())
        .collect(Collectors.joining("\n"));
  }

  /**
   * What deals or customers write and the lines state otherwise, by name; nothing of it is stored.
   */
  private List<String> differences(
      Organization organization, List<ReportPart> parts, List<Metric> metrics) {
    List<String> lines = new ArrayList<>();
    for (ReportPart part : parts) {
      String name = part.unit() == null ? OwnRecords.name(organization, part.subjectId()) : "";
      remarks.fedDifferences(dailyTexts(), organization, part, metrics).stream()
          .map(line -> (name + " " + line).strip())
          .forEach(lines::add);
    }
    return lines.size() <= SHOWN_PROBLEMS
        ? lines
        : Stream.concat(
                lines.stream().limit(SHOWN_PROBLEMS), Stream.of("…共%d处不同".formatted(lines.size())))
            .toList();
  }

  private static Posting posting(
      ReportRequest request, Organization organization, List<ReportPart> parts) {
    return new Posting(
        organization.id(),
        request.messageKey(),
        request.caller().member(),
        request.at(),
        request.text(),
        LedgerEntry.Reason.PROXY,
        parts.stream().filter(ReportPart::isStored).map(ReportPart::change).toList());
  }

  private ReportPart part(
      ReportRequest request,
      Organization organization,
      CommandDefinition texts,
      ParsedProxy.Entry entry) {
    LocalDate today = organization.businessDay().of(request.at());
    Member other = organization.memberNamed(entry.memberName(), today).orElseThrow();
    if (other.id().equals(request.caller().member())) {
      refuseOwnLate(request, organization, texts, entry.block().date());
    } else if (OwnRecords.mayActFor(organization, request.caller(), other, today)) {
      new ReportDays(texts, organization)
          .of(List.of(entry.block().date()), request.at(), clock.instant());
    } else {
      throw new CommandRejectedException(texts.text("not_yours", Map.of("name", other.name())));
    }
    return new UnitSubjects(dailyTexts(), organization, catalog.metrics(organization.id()))
        .parts(List.of(entry.block()), other.id(), request.caller())
        .get(0);
  }

  private CommandDefinition dailyTexts() {
    return commands.getObject().find(DailyReportCommand.NAME).orElseThrow();
  }

  /**
   * Late figures of others go straight in, since whoever reports them could approve them (design
   * section 5); a leader's own need a manager.
   */
  private void refuseOwnLate(
      ReportRequest request, Organization organization, CommandDefinition texts, LocalDate day) {
    Lateness lateness =
        new ReportDays(texts, organization).of(List.of(day), request.at(), clock.instant());
    if (lateness != Lateness.IN_TIME && !request.caller().access().covers(Access.MANAGER)) {
      throw new CommandRejectedException(
          texts.text("own_late", Map.of("date", DateText.shortDay(day))));
    }
  }

  private static long people(PostingResult result) {
    return result.posted().stream().map(posted -> posted.after().subjectId()).distinct().count();
  }

  /** The day's figures, or that only words were noted. */
  private static String stored(
      CommandDefinition texts, FigureLine figures, PostingResult.Posted posted) {
    String values = figures.values(posted.after().day(posted.entry().day()).orElseThrow().values());
    if (!values.isEmpty()) {
      return values;
    }
    boolean plan = posted.entry().notes().containsKey(SubjectChange.Section.ITINERARY);
    return texts.text(plan ? "plan_noted" : "note_noted", Map.of());
  }

  private static String answer(
      CommandDefinition texts,
      Organization organization,
      List<Metric> metrics,
      List<String> remarked,
      PostingResult result) {
    FigureLine figures = new FigureLine(metrics);
    List<String> lines = new ArrayList<>();
    LocalDate day = result.posted().get(0).entry().day();
    lines.add(texts.text("stored", Map.of("count", people(result), "day", DateText.day(day))));
    for (PostingResult.Posted posted : result.posted()) {
      lines.add(
          texts.text(
              "line",
              Map.of(
                  "name",
                  OwnRecords.name(organization, posted.after().subjectId())
                      + (posted.entry().day().equals(day)
                          ? ""
                          : " " + DateText.day(posted.entry().day())),
                  "values",
                  stored(texts, figures, posted))));
    }
    List<String> shown = new ArrayList<>(lines.subList(0, Math.min(lines.size(), SHOWN_LINES)));
    if (lines.size() > SHOWN_LINES) {
      shown.add(texts.text("more", Map.of("count", people(result))));
    }
    shown.addAll(remarked);
    return String.join("\n", shown);
  }
}
