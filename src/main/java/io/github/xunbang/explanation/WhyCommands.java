package io.github.xunbang.explanation;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 为什么: asks each room in turn until one can explain. */
@Component
class WhyCommands implements CommandHandler {

  private static final int SHOWN = 20;

  private final ObjectProvider<Explainer> explainers;

  WhyCommands(ObjectProvider<Explainer> explainers) {
    this.explainers = explainers;
  }

  @Override
  public String name() {
    return "为什么";
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public Reply handle(CommandCall call) {
    if (call.input().isBlank()) {
      return call.reply("ask");
    }
    return explainers
        .orderedStream()
        .map(explainer -> explainer.explain(call))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(
            () ->
                call.reply(
                    "unknown", Map.of("question", UntrustedText.oneLine(call.input(), SHOWN))));
  }
}
