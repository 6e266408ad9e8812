package io.github.xunbang.report;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.approval.Approvals;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.PostingCheck;
import io.github.xunbang.metric.SubjectChange;
import io.github.xunbang.report.ReportDays.Lateness;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Asks for 批准 of figures that come too late (design section 4). Nothing is stored until then; what
 * could not be stored anyway is refused before anybody is asked.
 */
@Component
class LateRequests {

  static final String KIND = "report.backfill";

  private static final List<String> XUN_NAMES = List.of("上旬", "中旬", "下旬");

  private final Approvals approvals;
  private final Ledger ledger;

  LateRequests(Approvals approvals, Ledger ledger) {
    this.approvals = approvals;
    this.ledger = ledger;
  }

  /** Stores the request and returns what the reporter reads. */
  String ask(
      CommandDefinition texts,
      ReportRequest request,
      List<ReportPart> parts,
      PostingCheck guards,
      Lateness lateness,
      String values) {
    String organization = request.caller().organization();
    for (ReportPart part : parts) {
      SubjectChange change = part.change();
      guards.check(change, Months.of(ledger, organization, change.subjectId(), change.day()));
    }
    LocalDate first = first(parts);
    boolean leader = request.caller().access().covers(Access.LEADER);
    Approval asked =
        approvals.request(
            request.caller(),
            request.messageKey(),
            KIND,
            UntrustedText.oneLine(
                request.caller().name() + " 补报 " + DateText.shortDay(first) + " " + values, 60),
            request.toData(),
            leader ? Access.MANAGER : Access.LEADER,
            leader ? null : request.caller().member(),
            request.at());
    return texts.text(
        lateness == Lateness.FROZEN ? "late_frozen" : "late_asked",
        Map.of("period", period(first), "day", DateText.day(first), "number", asked.number()));
  }

  private static LocalDate first(List<ReportPart> parts) {
    return parts.stream().map(part -> part.block().date()).min(LocalDate::compareTo).orElseThrow();
  }

  private static String period(LocalDate day) {
    return day.getMonthValue() + "月" + XUN_NAMES.get(Period.xunOfMonth(day) - 1);
  }
}
