/** Who has not reported yet. */
@ApplicationModule(
    allowedDependencies = {
      "calendar",
      "command",
      "leave",
      "message",
      "metric",
      "organization",
      "outbox",
      "report",
      "schedule",
      "storage"
    })
@NullMarked
package io.github.xunbang.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
