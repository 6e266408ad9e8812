package io.github.xunbang.template;

import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.CommandRouter;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.message.OutboundMessage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says chat lines in a manager's name, each under a message id of its own, so that a template is
 * checked exactly like a person.
 */
@Component
class TemplateLines {

  private final ObjectProvider<CommandRouter> router;

  /** The router knows every handler, this room's too, so it is fetched when needed. */
  TemplateLines(ObjectProvider<CommandRouter> router) {
    this.router = router;
  }

  /**
   * Says {@code line} as the author of {@code message}.
   *
   * @return the refusal's first line, or empty when it was done
   */
  Optional<String> say(String line, int number, InboundMessage message, Caller caller) {
    InboundMessage said =
        new InboundMessage(
            message.messageId() + "#" + number,
            message.conversation(),
            message.userId(),
            message.userName(),
            line,
            false,
            null,
            List.of(),
            message.receivedAt());
    CommandRouter.Route route = router.getObject().route(said, caller);
    return route instanceof CommandRouter.Found found
        ? done(found, caller)
        : Optional.of(firstLine(((CommandRouter.Unknown) route).reply()));
  }

  private static Optional<String> done(CommandRouter.Found found, Caller caller) {
    if (!caller.access().covers(found.call().definition().audience())) {
      return Optional.of("没有权限");
    }
    try {
      found.handler().handle(found.call());
      return Optional.empty();
    } catch (CommandRejectedException refused) {
      return Optional.of(String.valueOf(refused.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static String firstLine(Reply reply) {
    return reply.messages().stream()
        .map(OutboundMessage::text)
        .collect(Collectors.joining("\n"))
        .lines()
        .findFirst()
        .orElse("");
  }
}
