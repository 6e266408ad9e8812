/** Base and stretch targets: who should reach what by when, and how far everybody is. */
@ApplicationModule(
    allowedDependencies = {
      "calendar",
      "command",
      "explanation",
      "leave",
      "message",
      "metric",
      "organization",
      "storage"
    })
@NullMarked
package io.github.xunbang.target;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
