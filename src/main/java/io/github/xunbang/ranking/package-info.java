/** Leaderboards from ledger sums, running and frozen. */
@ApplicationModule(
    allowedDependencies = {
      "calendar",
      "closing",
      "command",
      "message",
      "metric",
      "organization",
      "storage"
    })
@NullMarked
package io.github.xunbang.ranking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
