package io.github.xunbang.report;

import io.github.xunbang.approval.OpenQuestion;
import io.github.xunbang.approval.OpenQuestions;
import io.github.xunbang.approval.QuestionHandler;
import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Asks what a report leaves open and goes on when it is answered; survives a restart in between.
 */
@Component
class ReportQuestions implements QuestionHandler {

  static final String KIND = "report";

  private static final String PROXY = ProxyReportCommand.NAME + " ";

  /** Design section 5: a guard lapses after ten minutes, every other question at day start. */
  private static final Duration GUARD_VALIDITY = Duration.ofMinutes(10);

  private final OpenQuestions questions;
  private final ReportService reports;
  private final ProxyReports proxies;

  ReportQuestions(OpenQuestions questions, ReportService reports, ProxyReports proxies) {
    this.proxies = proxies;
    this.questions = questions;
    this.reports = reports;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Takes the report, or asks the question that stands in its way. */
  Reply report(ReportRequest request) {
    try {
      return reports.report(request);
    } catch (ReportQuestion question) {
      return ask(request, question);
    }
  }

  @Override
  public Reply answer(OpenQuestion question, int option, CommandCall call) {
    Map<String, String> data = question.data();
    ReportRequest request =
        ReportRequest.fromData(call.caller(), data)
            .repaired(
                data.get("option." + option), Boolean.parseBoolean(data.get("confirms." + option)));
    return request.text().startsWith(PROXY) && call.caller().access().covers(Access.LEADER)
        ? proxies.report(request, request.text().substring(PROXY.length()))
        : report(request);
  }

  /** Puts the question, open until it is answered or lapses, and returns what the sender reads. */
  Reply ask(ReportRequest request, ReportQuestion question) {
    if (!question.options().isEmpty()) {
      store(request, question);
    }
    return Reply.text(question.toText());
  }

  private void store(ReportRequest request, ReportQuestion question) {
    Map<String, String> data = new HashMap<>(request.toData());
    List<ReportQuestion.Option> options = question.options();
    for (int i = 1; i <= options.size(); i++) {
      data.put("option." + i, options.get(i - 1).text());
      data.put("confirms." + i, Boolean.toString(options.get(i - 1).confirms()));
    }
    questions.ask(
        request.caller(),
        KIND,
        "日报 " + UntrustedText.oneLine(request.text(), 16),
        options.stream().map(ReportQuestion.Option::label).toList(),
        data,
        question.isGuard() ? request.at().plus(GUARD_VALIDITY) : nextDayStart(request));
  }

  private Instant nextDayStart(ReportRequest request) {
    BusinessDay days = reports.businessDay(request.caller());
    return days.startOf(days.of(request.at()).plusDays(1));
  }
}
