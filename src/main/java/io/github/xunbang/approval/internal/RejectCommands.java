package io.github.xunbang.approval.internal;

import io.github.xunbang.approval.internal.Decision.Outcome;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import org.springframework.stereotype.Component;

/** 驳回: refuses what waits for a leader or manager. */
@Component
class RejectCommands implements CommandHandler {

  private final Decisions decisions;

  RejectCommands(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public String name() {
    return "驳回";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    return decisions.decide(call, Outcome.REJECTED);
  }
}
