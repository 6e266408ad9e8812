package io.github.xunbang.approval.internal;

import io.github.xunbang.approval.OpenQuestion;
import io.github.xunbang.approval.QuestionHandler;
import io.github.xunbang.approval.internal.AnswerText.Answer;
import io.github.xunbang.approval.internal.AnswerText.Choice;
import io.github.xunbang.approval.internal.AnswerText.Confirmation;
import io.github.xunbang.approval.internal.AnswerText.Courtesy;
import io.github.xunbang.approval.internal.AnswerText.Refusal;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.FreeTextHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.InboundMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 确认: answers what the bot asked. A question is closed only after its handler is done; a
 * redelivered answer goes to the question that it answered, whose handler is idempotent.
 */
@Component
@Order(0)
class AnswerCommands implements CommandHandler, FreeTextHandler {

  private final QuestionsRepository questions;
  private final ObjectProvider<QuestionHandler> handlers;

  AnswerCommands(QuestionsRepository questions, ObjectProvider<QuestionHandler> handlers) {
    this.questions = questions;
    this.handlers = handlers;
  }

  @Override
  public String name() {
    return "确认";
  }

  @Override
  public String commandName() {
    return name();
  }

  @Override
  public Precedence precedence() {
    return Precedence.BEFORE_COMMANDS;
  }

  @Override
  public Effect effect() {
    return Effect.LEDGER;
  }

  @Override
  public boolean claims(InboundMessage message, Caller caller) {
    return AnswerText.read(message.text()).isPresent();
  }

  @Override
  public Reply handle(CommandCall call) {
    Optional<Answer> read = AnswerText.read(call.message().text());
    Questions stored = questions.find(call.caller());
    Optional<AnsweredQuestion> redelivered = stored.answeredBy(call.message().key());
    if (redelivered.isPresent()) {
      return dispatch(call, redelivered.get());
    }
    Instant now = call.message().receivedAt();
    List<OpenQuestion> open = stored.withoutExpired(now).open();
    Answer answer = read.orElse(new Confirmation(0, 0));
    if (answer instanceof Courtesy courtesy) {
      return courtesy(call, courtesy, open);
    }
    if (open.isEmpty()) {
      throw call.rejection("nothing", Map.of());
    }
    return read.isEmpty() ? list(call, open) : decided(call, answer, open);
  }

  private Reply courtesy(CommandCall call, Courtesy courtesy, List<OpenQuestion> open) {
    return switch (open.size()) {
      case 0 -> call.reply(courtesy.thanks() ? "welcome" : "seen");
      case 1 ->
          call.reply(
              "oneStep", Map.of("title", open.get(0).title(), "options", options(open.get(0))));
      default -> list(call, open);
    };
  }

  private Reply decided(CommandCall call, Answer answer, List<OpenQuestion> open) {
    int number =
        answer instanceof Confirmation confirmation
            ? confirmation.question()
            : answer instanceof Refusal refusal ? refusal.question() : 0;
    if (number == 0 && open.size() > 1) {
      return list(call, open);
    }
    OpenQuestion question =
        number == 0
            ? open.get(0)
            : open.stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> noSuch(call, number, open));
    return dispatch(
        call, new AnsweredQuestion(call.message().key(), option(answer, question), question));
  }

  /** 0 for a refusal, unless the question has an option that says no. */
  private static int option(Answer answer, OpenQuestion question) {
    return answer instanceof Choice choice
        ? choice.option()
        : answer instanceof Confirmation confirmation
            ? confirmation.option()
            : question.options().indexOf(OpenQuestion.NO) + 1;
  }

  private Reply dispatch(CommandCall call, AnsweredQuestion answer) {
    OpenQuestion question = answer.question();
    if (answer.option() > question.options().size()) {
      throw call.rejection(
          "noOption", Map.of("title", question.title(), "options", options(question)));
    }
    Reply reply =
        answer.option() == 0
            ? call.reply("cancelled", Map.of("title", question.title()))
            : handler(question.kind()).answer(question, answer.option(), call);
    questions.update(call.caller(), stored -> stored.answeredBy(answer));
    return reply;
  }

  private QuestionHandler handler(String kind) {
    return handlers
        .orderedStream()
        .filter(handler -> handler.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No handler for questions of kind " + kind));
  }

  private static Reply list(CommandCall call, List<OpenQuestion> open) {
    return call.reply("several", Map.of("count", open.size(), "questions", lines(open)));
  }

  private static RuntimeException noSuch(CommandCall call, int number, List<OpenQuestion> open) {
    return call.rejection("noQuestion", Map.of("number", number, "questions", lines(open)));
  }

  private static String lines(List<OpenQuestion> open) {
    return open.stream()
        .map(question -> "确认 " + question.number() + " " + question.title())
        .collect(Collectors.joining("\n"));
  }

  /** {@code 回 1 = 登记，回 2 = 不登记}. */
  private static String options(OpenQuestion question) {
    List<String> options = question.options();
    return IntStream.range(0, options.size())
        .mapToObj(index -> "回 " + (index + 1) + " = " + options.get(index))
        .collect(Collectors.joining("，"));
  }
}
