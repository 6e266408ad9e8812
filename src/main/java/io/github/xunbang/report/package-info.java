/** Daily reports: reads the line a rep types, guards it, posts it to the ledger, answers. */
@ApplicationModule(
    allowedDependencies = {
      "approval",
      "calendar",
      "command",
      "metric",
      "organization",
      "message",
      "storage"
    })
@NullMarked
package io.github.xunbang.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
