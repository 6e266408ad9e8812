/** Freezes a period once, gives it its number and keeps its frozen results. */
@ApplicationModule(allowedDependencies = {"calendar", "organization", "schedule", "storage"})
@NullMarked
package io.github.xunbang.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
