/** Ready demo teams, set up through the rooms below. */
@ApplicationModule(
    allowedDependencies = {
      "approval",
      "calendar",
      "command",
      "incentive",
      "leave",
      "message",
      "metric",
      "organization",
      "report",
      "ranking",
      "storage",
      "target"
    })
@NullMarked
package io.github.xunbang.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
