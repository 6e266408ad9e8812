/** The road in: dedupe, identify, parse, authorize, handle, reply; one path for every channel. */
@ApplicationModule(
    allowedDependencies = {"command", "message", "organization", "outbox", "storage", "calendar"})
@NullMarked
package io.github.xunbang.inbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
