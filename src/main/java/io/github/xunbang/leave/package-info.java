/** Leave and outings: who is excused and who is on the road. */
@ApplicationModule(
    allowedDependencies = {
      "approval",
      "calendar",
      "command",
      "message",
      "organization",
      "outbox",
      "schedule",
      "storage"
    })
@NullMarked
package io.github.xunbang.leave;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
