/** Local web page and API that play groups, people and time. */
@ApplicationModule(
    allowedDependencies = {
      "calendar",
      "command",
      "inbound",
      "message",
      "organization",
      "outbox",
      "schedule",
      "storage",
      "template"
    })
@NullMarked
package io.github.xunbang.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
