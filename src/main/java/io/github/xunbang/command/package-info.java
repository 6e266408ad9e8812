/**
 * Reads bot-commands/*.yaml, parses a line into a call, checks the audience, finds the handler,
 * writes help.
 */
@ApplicationModule(allowedDependencies = {"calendar", "message", "storage"})
@NullMarked
package io.github.xunbang.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
