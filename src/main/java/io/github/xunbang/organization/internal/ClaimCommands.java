package io.github.xunbang.organization.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 认领: the first administrator claims the installation with the code of the start-up log. */
@Component
class ClaimCommands implements CommandHandler {

  private final ClaimCode code;

  ClaimCommands(ClaimCode code) {
    this.code = code;
  }

  @Override
  public String name() {
    return "认领";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    if (call.input().isBlank()) {
      throw call.rejection("missing", Map.of());
    }
    return switch (code.claim(call.caller().identity(), call.input())) {
      case GRANTED -> call.reply("granted");
      case ALREADY_YOURS -> call.reply("already");
      case NOT_NEEDED -> throw call.rejection("notNeeded", Map.of());
      case WRONG -> throw call.rejection("wrong", Map.of());
      case TOO_MANY -> throw call.rejection("tooMany", Map.of());
    };
  }
}
