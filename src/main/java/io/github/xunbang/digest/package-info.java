/**
 * What the bot posts by itself: the boards after each closing, and what corrections would change.
 */
@ApplicationModule(
    allowedDependencies = {
      "calendar",
      "closing",
      "command",
      "deal",
      "leave",
      "message",
      "metric",
      "organization",
      "outbox",
      "ranking",
      "report",
      "schedule",
      "storage",
      "target",
      "task"
    })
@NullMarked
package io.github.xunbang.digest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
