package io.github.xunbang.report;

import io.github.xunbang.approval.OpenQuestion;
import io.github.xunbang.approval.OpenQuestions;
import io.github.xunbang.approval.QuestionHandler;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.organization.EnrolmentListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Keeps the first report of somebody unknown for thirty minutes and stores it with the enrolment
 * (design section 5).
 */
@Component
class HeldReports implements EnrolmentListener, QuestionHandler {

  private static final String KIND = "report.held";
  private static final Duration VALIDITY = Duration.ofMinutes(30);

  private final OpenQuestions questions;
  private final ReportQuestions reports;

  HeldReports(OpenQuestions questions, ReportQuestions reports) {
    this.questions = questions;
    this.reports = reports;
  }

  /** Keeps the report, and says that it is not registered. */
  Reply hold(CommandCall call) {
    ReportRequest request =
        ReportRequest.of(call, call.message().text(), LedgerEntry.Reason.REPORT);
    questions.ask(
        call.caller(),
        KIND,
        "先发：我是 姓名",
        List.of("登记留着的日报"),
        request.toData(),
        call.message().receivedAt().plus(VALIDITY));
    return call.reply("held");
  }

  @Override
  public List<String> enrolled(Caller caller, InboundMessage message) {
    List<String> lines = new ArrayList<>();
    for (OpenQuestion held : questions.open(caller, message.receivedAt())) {
      if (held.kind().equals(KIND)) {
        lines.addAll(store(ReportRequest.fromData(caller, held.data())));
        questions.close(caller, held.number());
      }
    }
    return lines;
  }

  private List<String> store(ReportRequest request) {
    try {
      return reports.report(request).messages().stream()
          .flatMap(answer -> Arrays.stream(answer.text().split("\n")))
          .toList();
    } catch (CommandRejectedException refused) {
      return List.of(refused.getMessage());
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Only enrolling answers it: a held report has nobody to be stored for. */
  @Override
  public Reply answer(OpenQuestion question, int option, CommandCall call) {
    return call.caller().memberId() == null
        ? Reply.text("请先发：我是 姓名，留着的日报会一起登记")
        : reports.report(ReportRequest.fromData(call.caller(), question.data()));
  }
}
