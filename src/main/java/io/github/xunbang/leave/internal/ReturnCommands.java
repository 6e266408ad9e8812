package io.github.xunbang.leave.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.leave.internal.ReturnDesk.Return;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 销假: back at work, or leave that is not taken after all. */
@Component
class ReturnCommands implements CommandHandler {

  private final LeaveTaking taking;
  private final LeaveTexts texts;
  private final ReturnDesk desk;

  ReturnCommands(LeaveTaking taking, LeaveTexts texts, ReturnDesk desk) {
    this.taking = taking;
    this.texts = texts;
    this.desk = desk;
  }

  @Override
  public String name() {
    return "销假";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    try {
      return end(call);
    } catch (LeaveProblem problem) {
      throw problem.toRejection(texts.definition());
    }
  }

  private Reply end(CommandCall call) {
    Organization organization = taking.organization(call);
    Instant at = call.message().receivedAt();
    LocalDate today = organization.businessDay().of(at);
    Optional<LeaveSubject> named = LeaveSubject.read(call.input(), organization, today);
    Member subject =
        named
            .map(LeaveSubject::member)
            .orElseGet(() -> LeaveTaking.self(call.caller(), organization));
    LeaveDesk.checkRight(organization, call.caller(), subject, today);
    String rest = named.map(LeaveSubject::rest).orElse(call.input());
    Return ended = desk.find(organization, subject, back(rest, organization, at), at);
    Map.Entry<String, Map<String, String>> answer =
        desk.end(
            call.caller(),
            organization,
            subject,
            ended,
            LeaveRequest.cause(call.caller(), call.message().key(), at));
    return call.reply(answer.getKey(), answer.getValue());
  }

  private static @Nullable Span back(String typed, Organization organization, Instant at) {
    String word = typed.replaceAll("(?:回来上班|回来|上班|起|的|请?假|[。.!！])+$", "").strip();
    if (word.isEmpty()) {
      return null;
    }
    try {
      return LeaveReader.read(word, "", organization.businessDay(), at).get(0).span();
    } catch (LeaveProblem unread) {
      throw new LeaveProblem("noReturnDate");
    }
  }
}
