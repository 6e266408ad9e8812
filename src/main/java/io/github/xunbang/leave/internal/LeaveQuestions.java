package io.github.xunbang.leave.internal;

import io.github.xunbang.approval.OpenQuestion;
import io.github.xunbang.approval.QuestionHandler;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import java.time.LocalDate;
import java.util.Map;
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
    LeaveWish wish =
        new LeaveWish(
            LocalDate.parse(data.get("first")),
            LocalDate.parse(data.get("last")),
            data.getOrDefault("kind", ""),
            data.getOrDefault("reason", ""));
    try {
      return taking.file(
          new LeaveRequest(
              call.caller(),
              LeaveTaking.self(call.caller(), taking.organization(call)),
              wish,
              call.message().key(),
              call.message().receivedAt()));
    } catch (LeaveProblem problem) {
      return Reply.text(String.valueOf(problem.toRejection(texts.definition()).getMessage()));
    }
  }
}
