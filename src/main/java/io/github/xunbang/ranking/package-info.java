/** Leaderboards from ledger sums, running and frozen. */
@ApplicationModule(
    allowedDependencies = {
      "calendar",
      "closing",
      "command",
      "explanation",
      "leave",
      "message",
      "metric",
      "organization",
      "storage",
      "target"
    })
@NullMarked
package io.github.xunbang.ranking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
