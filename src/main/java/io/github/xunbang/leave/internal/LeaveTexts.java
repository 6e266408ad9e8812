package io.github.xunbang.leave.internal;

import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.Reply;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The words of 请假, also for what is said in answer to 休息, 销假 or a question. */
@Component
class LeaveTexts {

  private final CommandCatalog catalog;

  LeaveTexts(CommandCatalog catalog) {
    this.catalog = catalog;
  }

  Reply reply(String key, Map<String, ?> values) {
    return Reply.text(definition().text(key, values));
  }

  CommandDefinition definition() {
    return catalog.find(LeaveCommands.NAME).orElseThrow();
  }
}
