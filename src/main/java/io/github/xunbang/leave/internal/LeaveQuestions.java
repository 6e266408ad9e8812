package io.github.xunbang.leave.internal;

import io.github.xunbang.approval.OpenQuestion;
import io.github.xunbang.approval.QuestionHandler;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Goes on when the offer to ask for leave is taken. */
@Component
class LeaveQuestions implements QuestionHandler {

  private final LeaveTaking taking;
  private final LeaveTexts texts;

  LeaveQuestions(LeaveTaking taking, LeaveTexts texts) {
    this.taking = taking;
    this.texts = texts;
  }

  @Override
  public String kind() {
    return LeaveTaking.QUESTION;
  }

  /** A refusal is an answer too: the question must not stay open behind it. */
  @Override
  public Reply answer(OpenQuestion question, int option, CommandCall call) {
    Map<String, String> data = question.data();
    try {
      Organization organization = taking.organization(call);
      LeaveWish wish =
          new LeaveWish(
              Span.parse(data.getOrDefault("span" + option, "")),
              data.getOrDefault("kind", ""),
              data.getOrDefault("reason", ""));
      return taking.file(
          new LeaveRequest(
              call.caller(),
              subject(organization, data, call),
              wish,
              call.message().key(),
              call.message().receivedAt()));
    } catch (LeaveProblem problem) {
      return Reply.text(String.valueOf(problem.toRejection(texts.definition()).getMessage()));
    }
  }

  private static Member subject(
      Organization organization, Map<String, String> data, CommandCall call) {
    return Optional.ofNullable(data.get("subject"))
        .flatMap(organization::member)
        .orElseGet(() -> LeaveTaking.self(call.caller(), organization));
  }
}
