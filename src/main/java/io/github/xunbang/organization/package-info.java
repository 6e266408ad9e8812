/** Organizations, chat groups, members, access levels, vendor identities, settings. */
@ApplicationModule(allowedDependencies = {"calendar", "command", "message", "storage"})
@NullMarked
package io.github.xunbang.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
