/** Durable outbound queue: what is to be posted, in which state, over which channel. */
@ApplicationModule(allowedDependencies = {"command", "message", "storage", "calendar"})
@NullMarked
package io.github.xunbang.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
