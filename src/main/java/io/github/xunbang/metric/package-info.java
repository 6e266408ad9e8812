/** Metric definitions and the ledger of dated entries: the append-only truth behind every sum. */
@ApplicationModule(
    allowedDependencies = {
      "calendar",
      "command",
      "explanation",
      "message",
      "organization",
      "storage"
    })
@NullMarked
package io.github.xunbang.metric;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
