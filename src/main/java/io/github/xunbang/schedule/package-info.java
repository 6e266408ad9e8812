/** Durable jobs: due at a business instant, run by one instance at a time. */
@ApplicationModule(allowedDependencies = {"calendar", "storage"})
@NullMarked
package io.github.xunbang.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
