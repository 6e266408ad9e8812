package io.github.xunbang.leave.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import org.springframework.stereotype.Component;

/** 休息: a rest day of one's own on a day on which the team works; alone it offers today. */
@Component
class RestCommands implements CommandHandler {

  static final String KIND = "轮休";

  private final LeaveTaking taking;
  private final LeaveTexts texts;

  RestCommands(LeaveTaking taking, LeaveTexts texts) {
    this.taking = taking;
    this.texts = texts;
  }

  @Override
  public String name() {
    return "休息";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    try {
      return call.input().isBlank()
          ? taking.offer(call, "今天", KIND)
          : taking.take(call, call.input(), KIND);
    } catch (LeaveProblem problem) {
      throw problem.toRejection(texts.definition());
    }
  }
}
