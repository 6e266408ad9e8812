/** 为什么: finds the room that can explain a figure, a place or a percentage. */
@ApplicationModule(allowedDependencies = {"command", "message", "organization", "storage"})
@NullMarked
package io.github.xunbang.explanation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
