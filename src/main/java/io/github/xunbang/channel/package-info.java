/** Vendor channels: verify, decrypt and translate frames; nothing of a vendor leaves this room. */
@ApplicationModule(
    allowedDependencies = {
      "inbound",
      "command",
      "message",
      "outbox",
      "organization",
      "storage",
      "calendar"
    })
@NullMarked
package io.github.xunbang.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
