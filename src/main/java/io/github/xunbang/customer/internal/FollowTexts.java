package io.github.xunbang.customer.internal;

import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandRejectedException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The words of 跟进, also for what 转 and 派单 share with it and for what is said later. */
@Component
class FollowTexts {

  private final CommandCatalog catalog;

  FollowTexts(CommandCatalog catalog) {
    this.catalog = catalog;
  }

  String text(String key, Map<String, ?> values) {
    return catalog.find(FollowUpCommands.NAME).orElseThrow().text(key, values);
  }

  CommandRejectedException rejection(String key, Map<String, ?> values) {
    return new CommandRejectedException(text(key, values));
  }

  CommandRejectedException rejection(String key) {
    return rejection(key, Map.of());
  }

  /** In the words of the 跟进 file. */
  CommandRejectedException rejection(FollowProblem problem) {
    CommandRejectedException rejection = rejection(problem.key(), problem.values());
    rejection.initCause(problem);
    return rejection;
  }
}
