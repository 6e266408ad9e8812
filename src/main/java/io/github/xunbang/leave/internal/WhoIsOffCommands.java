package io.github.xunbang.leave.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 谁请假: who is off today and this week. */
@Component
class WhoIsOffCommands implements CommandHandler {

  private final WhoIsOff whoIsOff;

  WhoIsOffCommands(WhoIsOff whoIsOff) {
    this.whoIsOff = whoIsOff;
  }

  @Override
  public String name() {
    return WhoIsOff.NAME;
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public Reply handle(CommandCall call) {
    if (call.caller().organizationId() == null) {
      throw call.rejection("noTeam", Map.of());
    }
    return whoIsOff.answer(call);
  }
}
