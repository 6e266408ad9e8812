/**
 * Deals: who closed what, how credit is split, when money came. Boards read the ledger, never this
 * room.
 */
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
package io.github.xunbang.deal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
