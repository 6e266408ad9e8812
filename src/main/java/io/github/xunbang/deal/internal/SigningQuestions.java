package io.github.xunbang.deal.internal;

import io.github.xunbang.approval.OpenQuestion;
import io.github.xunbang.approval.QuestionHandler;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Goes on with a deal when what was asked about it is answered. */
@Component
class SigningQuestions implements QuestionHandler {

  private final SigningDesk desk;
  private final SigningTexts texts;

  SigningQuestions(SigningDesk desk, SigningTexts texts) {
    this.desk = desk;
    this.texts = texts;
  }

  @Override
  public String kind() {
    return SigningAsking.QUESTION;
  }

  /** A refusal is an answer too: the question must not stay open behind it. */
  @Override
  public Reply answer(OpenQuestion question, int option, CommandCall call) {
    Map<String, String> data = question.data();
    SigningRequest request = SigningRequest.of(call.caller(), data);
    try {
      return switch (data.getOrDefault(SigningAsking.ASKED, "")) {
        case "unit" ->
            desk.sign(
                request.withAmount(new BigDecimal(data.get(option == 1 ? "great" : "small"))));
        case "another" -> desk.sign(request.asAnother());
        default -> desk.sign(request);
      };
    } catch (SigningProblem problem) {
      return Reply.text(String.valueOf(problem.toRejection(texts.definition()).getMessage()));
    }
  }
}
