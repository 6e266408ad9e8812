package io.github.xunbang.report;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.CreditText;
import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.SubjectChange.Section;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 记录: every entry with serial, time, old and new value (S-145, S-146). */
@Component
class RecordsCommand implements CommandHandler {

  private static final int SHOWN = 8;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M-d HH:mm");
  private static final Map<LedgerEntry.Reason, String> REASONS =
      Map.of(
          LedgerEntry.Reason.REPORT, "日报",
          LedgerEntry.Reason.PROXY, "代报",
          LedgerEntry.Reason.BACKFILL, "补报",
          LedgerEntry.Reason.CORRECTION, "更正",
          LedgerEntry.Reason.UNDO, "撤销",
          LedgerEntry.Reason.IMPORT, "导入",
          LedgerEntry.Reason.DEAL, "台账",
          LedgerEntry.Reason.CUSTOMER, "客户");

  private final OrganizationService organizations;
  private final MetricCatalog metrics;
  private final Ledger ledger;

  RecordsCommand(OrganizationService organizations, MetricCatalog metrics, Ledger ledger) {
    this.organizations = organizations;
    this.metrics = metrics;
    this.ledger = ledger;
  }

  @Override
  public String name() {
    return "记录";
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public boolean yieldsToFigures() {
    return true;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    RecordSubject subject = subject(call, organization);
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    Optional<LocalDate> asked = call.arguments().find("date", LocalDate.class);
    String lines =
        entries(organization.id(), subject.id(), asked, today)
            .limit(SHOWN)
            .map(entry -> line(organization, subject, entry))
            .collect(Collectors.joining("\n"));
    return lines.isEmpty()
        ? call.reply("empty", Map.of("name", subject.name()))
        : call.reply("list", Map.of("name", subject.name(), "lines", lines));
  }

  /** Oneself without an argument; of others and of units only what the caller may see. */
  private static RecordSubject subject(CommandCall call, Organization organization) {
    Member self = organization.member(call.caller().member()).orElseThrow();
    RecordSubject asked =
        call.arguments().find("subject", RecordSubject.class).orElse(RecordSubject.of(self));
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    Member member = asked.member();
    Unit unit = asked.unit();
    boolean allowed =
        member != null
            ? member.id().equals(self.id())
                || OwnRecords.mayActFor(organization, call.caller(), member, today)
            : unit != null && UnitSubjects.mayReport(organization, call.caller(), unit, today);
    if (!allowed) {
      throw call.rejection(unit == null ? "other" : "other_unit", Map.of("unit", asked.name()));
    }
    return asked;
  }

  private Stream<LedgerEntry> entries(
      String organizationId, String subjectId, Optional<LocalDate> asked, LocalDate today) {
    YearMonth month = YearMonth.from(asked.orElse(today));
    List<YearMonth> months =
        asked.isPresent() ? List.of(month) : List.of(month, month.minusMonths(1));
    return months.stream()
        .flatMap(each -> ledger.month(organizationId, subjectId, each).stream())
        .flatMap(sheet -> sheet.days().values().stream())
        .filter(day -> asked.isEmpty() || day.day().equals(asked.get()))
        .map(DaySheet::entries)
        .flatMap(List::stream)
        .sorted(Comparator.comparing(LedgerEntry::at).reversed());
  }

  private String line(Organization organization, RecordSubject subject, LedgerEntry entry) {
    ZoneId zone = organization.businessDay().zone();
    String actor =
        entry.actorId().equals(subject.id())
            ? ""
            : "（" + organization.member(entry.actorId()).map(Member::name).orElse("经理") + "）";
    return "#"
        + entry.serial()
        + " "
        + TIME.format(entry.at().atZone(zone))
        + " "
        + REASONS.get(entry.reason())
        + actor
        + " "
        + what(organization, entry);
  }

  private String what(Organization organization, LedgerEntry entry) {
    FigureLine text = new FigureLine(metrics.metrics(organization.id()));
    String figures =
        entry.steps().stream()
            .map(step -> step.before() == null ? firstValue(text, step) : text.change(step))
            .collect(Collectors.joining(" "));
    LedgerEntry.NoteStep summary = entry.notes().get(Section.SUMMARY);
    String note =
        summary == null || summary.after() == null
            ? ""
            : " 小结：" + UntrustedText.oneLine(summary.after(), 20);
    return (figures + CreditText.of(entry) + note).strip();
  }

  private static String firstValue(FigureLine text, LedgerEntry.Step step) {
    var metric = text.metric(step.metricId());
    return metric.name() + FigureText.number(metric, step.after());
  }
}
