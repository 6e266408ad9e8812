/** Ready demo teams, set up through the rooms below. */
@ApplicationModule(
    allowedDependencies = {
      "calendar",
      "command",
      "message",
      "metric",
      "organization",
      "report",
      "storage"
    })
@NullMarked
package io.github.xunbang.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
