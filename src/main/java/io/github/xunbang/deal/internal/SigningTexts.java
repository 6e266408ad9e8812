package io.github.xunbang.deal.internal;

import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.Reply;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The words of 签单, also for what is said in answer to a question, a 批准 or a clock. */
@Component
class SigningTexts {

  private final CommandCatalog catalog;

  SigningTexts(CommandCatalog catalog) {
    this.catalog = catalog;
  }

  String text(String key, Map<String, ?> values) {
    return definition().text(key, values);
  }

  Reply reply(String key, Map<String, ?> values) {
    return Reply.text(text(key, values));
  }

  CommandDefinition definition() {
    return catalog.find(SigningCommands.NAME).orElseThrow();
  }
}
