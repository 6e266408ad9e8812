package io.github.xunbang.report;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.metric.FigureChange;
import io.github.xunbang.metric.FigureChange.Operation;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.MonthLedger;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.PostingCheck;
import io.github.xunbang.metric.SubjectChange;
import io.github.xunbang.metric.SubjectChange.Section;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Responsibility;
import io.github.xunbang.organization.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * 撤销: takes back the sender's last message by a new entry; the old one stays readable (design
 * section 2).
 */
@Component
class UndoCommand implements CommandHandler {

  private final OrganizationService organizations;
  private final MetricCatalog metrics;
  private final Ledger ledger;
  private final OwnHistory history;
  private final LateFigures lateFigures;

  UndoCommand(
      OrganizationService organizations,
      MetricCatalog metrics,
      Ledger ledger,
      OwnHistory history,
      LateFigures lateFigures) {
    this.lateFigures = lateFigures;
    this.organizations = organizations;
    this.metrics = metrics;
    this.ledger = ledger;
    this.history = history;
  }

  @Override
  public String name() {
    return "撤销";
  }

  @Override
  public Effect effect() {
    return Effect.LEDGER;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    Map<String, List<OwnHistory.Line>> messages =
        history.messages(
            organization.id(), call.caller().member(), subjects(call, organization), today);
    List<OwnHistory.Line> done = messages.get(call.message().key());
    if (done != null) {
      lateFigures.publishAgain(organization, done);
      return answer(call, organization, done);
    }
    List<OwnHistory.Line> last =
        OwnHistory.lastStanding(messages.values())
            .orElseThrow(() -> call.rejection("nothing", Map.of()));
    refuseFrozen(call, organization, last);
    lateFigures.publish(
        organization, ledger.post(posting(call, organization, last), unchangedSince(call)));
    return answer(call, organization, last);
  }

  private void refuseFrozen(
      CommandCall call, Organization organization, List<OwnHistory.Line> last) {
    for (OwnHistory.Line line : last) {
      LocalDate day = line.entry().day();
      if (!call.caller().access().covers(Access.MANAGER)
          && LateFigures.isFrozen(organization, day, call.message().receivedAt())) {
        throw call.rejection("frozen", Map.of("day", DateText.day(day)));
      }
    }
  }

  private static List<String> subjects(CommandCall call, Organization organization) {
    if (!call.caller().access().covers(Access.LEADER)) {
      return Stream.concat(
              Stream.of(call.caller().member()),
              unitsOf(organization, call.caller().member()).distinct())
          .toList();
    }
    // Leaders report for their people, so their last message may stand in anybody's ledger.
    return Stream.concat(
            organization.members().stream().map(Member::id),
            organization.units().all().stream().map(Unit::id))
        .toList();
  }

  /** The ids of the units that the member was ever responsible for or at home in. */
  private static Stream<String> unitsOf(Organization organization, String memberId) {
    Stream<String> responsible =
        organization.structure().responsibilities().stream()
            .filter(one -> one.memberId().equals(memberId))
            .map(Responsibility::unitId);
    Stream<String> home =
        organization.member(memberId).stream()
            .flatMap(member -> member.assignments().stream())
            .flatMap(assignment -> Stream.ofNullable(assignment.unitId()));
    return Stream.concat(responsible, home);
  }

  private static Posting posting(
      CommandCall call, Organization organization, List<OwnHistory.Line> last) {
    return new Posting(
        organization.id(),
        call.message().key(),
        call.caller().member(),
        call.message().receivedAt(),
        call.message().text(),
        LedgerEntry.Reason.UNDO,
        last.stream().map(UndoCommand::reversed).toList());
  }

  private static SubjectChange reversed(OwnHistory.Line line) {
    List<FigureChange> figures =
        line.entry().steps().stream()
            .map(
                step ->
                    step.before() == null
                        ? new FigureChange(step.metricId(), Operation.CLEAR, BigDecimal.ZERO)
                        : new FigureChange(step.metricId(), Operation.SET, step.before()))
            .toList();
    Map<Section, String> notes = new HashMap<>();
    line.entry()
        .notes()
        .forEach((section, step) -> notes.put(section, step.before() == null ? "" : step.before()));
    return new SubjectChange(line.subjectId(), line.entry().day(), figures, notes);
  }

  /**
   * A figure that somebody changed in between is not put back: that would undo more than one
   * message.
   */
  private PostingCheck unchangedSince(CommandCall call) {
    return (change, before) -> {
      for (FigureChange figure : change.figures()) {
        if (lastChangedByOther(call, before, change.day(), figure.metricId())) {
          throw call.rejection("changed", Map.of("day", DateText.day(change.day())));
        }
      }
    };
  }

  private static boolean lastChangedByOther(
      CommandCall call, MonthLedger before, LocalDate day, String metricId) {
    return before
        .day(day)
        .map(
            sheet ->
                sheet.entries().stream()
                    .filter(
                        entry ->
                            entry.steps().stream()
                                .anyMatch(step -> step.metricId().equals(metricId)))
                    .reduce((first, second) -> second)
                    .map(
                        entry ->
                            entry.reason().isCredit()
                                || !entry.actorId().equals(call.caller().member()))
                    .orElse(false))
        .orElse(false);
  }

  private Reply answer(CommandCall call, Organization organization, List<OwnHistory.Line> undone) {
    FigureLine text = new FigureLine(metrics.metrics(organization.id()));
    String lines =
        undone.stream()
            .limit(4)
            .map(line -> who(call, organization, line) + valuesNow(organization, line, text))
            .collect(Collectors.joining("\n"));
    return call.reply("undone", Map.of("lines", lines));
  }

  private static String who(CommandCall call, Organization organization, OwnHistory.Line line) {
    return line.subjectId().equals(call.caller().member())
        ? ""
        : OwnRecords.name(organization, line.subjectId()) + " ";
  }

  private String valuesNow(Organization organization, OwnHistory.Line line, FigureLine text) {
    LocalDate day = line.entry().day();
    String values =
        ledger
            .month(organization.id(), line.subjectId(), YearMonth.from(day))
            .flatMap(month -> month.day(day))
            .map(sheet -> text.values(sheet.values()))
            .orElse("");
    return DateText.day(day) + " 现在：" + (values.isEmpty() ? "还没有数" : values);
  }
}
