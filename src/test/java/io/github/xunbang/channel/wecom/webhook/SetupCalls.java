package io.github.xunbang.channel.wecom.webhook;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.Arguments;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.outbox.ChannelSetup;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Lines below 渠道, as its handler passes them on. */
final class SetupCalls {

  static final Conversation PRIVATE = Conversation.privateChat("aibot", "boss");

  private static final CommandDefinition DEFINITION =
      new CommandDefinition(
          "渠道", List.of(), Access.MANAGER, List.of(), List.of(), "", Map.of(), List.of());

  private SetupCalls() {}

  /** What the caller reads, refused or not. */
  static String say(
      ChannelSetup setup, Conversation where, Access access, String organizationId, String input) {
    String line = "渠道 " + setup.word() + " " + input;
    InboundMessage message =
        new InboundMessage("m1", where, "boss", null, line, false, null, List.of(), Instant.EPOCH);
    Caller caller = new Caller(where, "boss", organizationId, "m1", "王经理", access);
    try {
      return setup
          .handle(new CommandCall(DEFINITION, caller, message, line, Arguments.NONE), input)
          .messages()
          .get(0)
          .text();
    } catch (CommandRejectedException e) {
      return e.getMessage();
    }
  }
}
