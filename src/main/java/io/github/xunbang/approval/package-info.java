/** Open questions of the bot, and requests that wait for 批准 or 驳回. */
@ApplicationModule(
    allowedDependencies = {"command", "message", "organization", "outbox", "storage", "calendar"})
@NullMarked
package io.github.xunbang.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
