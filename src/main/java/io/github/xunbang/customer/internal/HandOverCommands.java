package io.github.xunbang.customer.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.HandOver;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 转: hands a customer or a deal to another member; the room whose thing it is does it (S-16). */
@Component
class HandOverCommands implements CommandHandler {

  static final String NAME = "转";

  private final ObjectProvider<HandOver> rooms;

  HandOverCommands(ObjectProvider<HandOver> rooms) {
    this.rooms = rooms;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    if (call.input().isBlank()) {
      throw call.rejection("usage", Map.of());
    }
    return rooms
        .orderedStream()
        .filter(room -> room.claims(call))
        .findFirst()
        .orElseThrow(() -> call.rejection("nothingNamed", Map.of()))
        .handOver(call);
  }
}
