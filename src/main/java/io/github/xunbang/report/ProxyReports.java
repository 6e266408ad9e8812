package io.github.xunbang.report;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.DateText;
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
import io.github.xunbang.report.grammar.ParsedProxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
  private final BusinessClock clock;
  private final ObjectProvider<CommandCatalog> commands;

  ProxyReports(
      OrganizationService organizations,
      MetricCatalog catalog,
      Ledger ledger,
      Lexicons lexicons,
      BusinessClock clock,
      ObjectProvider<CommandCatalog> commands) {
    this.organizations = organizations;
    this.catalog = catalog;
    this.ledger = ledger;
    this.lexicons = lexicons;
    this.clock = clock;
    this.commands = commands;
  }

  /** Whether the text is a table, a 接龙 or lines that begin with other members' names. */
  boolean looksLikeMany(CommandCall call) {
    return lexicons.looksLikeProxy(call.message().text(), call.caller());
  }

  /** Posts what a leader or manager reports for others. */
  Reply report(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    CommandDefinition texts = commands.getObject().find(ProxyReportCommand.NAME).orElseThrow();
    ParsedProxy parsed = lexicons.parseProxy(call, organization);
    if (!parsed.clean()) {
      throw new CommandRejectedException(texts.text("bad", Map.of("problems", problems(parsed))));
    }
    if (parsed.entries().isEmpty()) {
      throw new CommandRejectedException(texts.text("usage", Map.of()));
    }
    List<Metric> metrics = catalog.metrics(organization.id());
    PostingResult result =
        ledger.post(
            posting(call, organization, texts, parsed),
            // A leader has looked at the whole table, so only the range is checked.
            new ReportGuards(texts, metrics, call.message().text(), true));
    return Reply.text(answer(texts, organization, metrics, parsed, result));
  }

  private static String problems(ParsedProxy parsed) {
    return parsed.problems().stream()
        .limit(SHOWN_PROBLEMS)
        .map(each -> "第" + each.line() + "行 " + each.problem().sentence())
        .collect(Collectors.joining("\n"));
  }

  private Posting posting(
      CommandCall call, Organization organization, CommandDefinition texts, ParsedProxy parsed) {
    Member self = organization.member(call.caller().member()).orElseThrow();
    List<SubjectChange> changes = new ArrayList<>();
    for (ParsedProxy.Entry entry : parsed.entries()) {
      LocalDate day = entry.block().date();
      new ReportDays(texts, organization.businessDay())
          .check(day, call.caller(), call.message().receivedAt(), clock.instant());
      Member other =
          organization
              .memberNamed(
                  entry.memberName(), organization.businessDay().of(call.message().receivedAt()))
              .orElseThrow();
      if (!other.id().equals(self.id()) && !OwnRecords.mayActFor(call, organization, self, other)) {
        throw new CommandRejectedException(texts.text("not_yours", Map.of("name", other.name())));
      }
      changes.add(
          new SubjectChange(
              other.id(),
              day,
              entry.block().figures().stream().map(ReportService::change).toList(),
              entry.block().notes()));
    }
    return new Posting(
        organization.id(),
        call.message().key(),
        self.id(),
        call.message().receivedAt(),
        call.message().text(),
        LedgerEntry.Reason.PROXY,
        changes);
  }

  private static long people(PostingResult result) {
    return result.posted().stream().map(posted -> posted.after().subjectId()).distinct().count();
  }

  private static String answer(
      CommandDefinition texts,
      Organization organization,
      List<Metric> metrics,
      ParsedProxy parsed,
      PostingResult result) {
    FigureText figures = new FigureText(metrics);
    List<String> lines = new ArrayList<>();
    LocalDate day = result.posted().get(0).entry().day();
    lines.add(texts.text("stored", Map.of("count", people(result), "day", DateText.day(day))));
    for (PostingResult.Posted posted : result.posted()) {
      lines.add(
          texts.text(
              "line",
              Map.of(
                  "name",
                  organization.member(posted.after().subjectId()).map(Member::name).orElse("")
                      + (posted.entry().day().equals(day)
                          ? ""
                          : " " + DateText.day(posted.entry().day())),
                  "values",
                  figures.values(
                      posted.after().day(posted.entry().day()).orElseThrow().values()))));
    }
    List<String> shown = new ArrayList<>(lines.subList(0, Math.min(lines.size(), SHOWN_LINES)));
    if (lines.size() > SHOWN_LINES) {
      shown.add(texts.text("more", Map.of("count", people(result))));
    }
    shown.addAll(parsed.differences());
    return String.join("\n", shown);
  }
}
