/** Open questions of the bot and how 1, 2 or 确认 answers them. */
@ApplicationModule(
    allowedDependencies = {"command", "message", "organization", "outbox", "storage", "calendar"})
@NullMarked
package io.github.xunbang.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
