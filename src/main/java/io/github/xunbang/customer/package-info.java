/** Customers: who found them, who looks after them, what is due next. */
@ApplicationModule(
    allowedDependencies = {
      "approval",
      "calendar",
      "command",
      "message",
      "metric",
      "organization",
      "outbox",
      "schedule",
      "storage"
    })
@NullMarked
package io.github.xunbang.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
