/** 求助, 建议, 竞品, 待办 and personal plans: short notes that stay open until somebody closes them. */
@ApplicationModule(
    allowedDependencies = {
      "calendar",
      "command",
      "message",
      "organization",
      "outbox",
      "schedule",
      "storage"
    })
@NullMarked
package io.github.xunbang.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
