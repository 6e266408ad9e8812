package io.github.xunbang.approval.internal;

import io.github.xunbang.approval.internal.Decision.Outcome;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import org.springframework.stereotype.Component;

/** 批准: allows what waits for a leader or manager. */
@Component
class ApproveCommands implements CommandHandler {

  private final Decisions decisions;

  ApproveCommands(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public String name() {
    return "批准";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    return decisions.decide(call, Outcome.APPROVED);
  }
}
