/**
 * MongoDB connection, embedded server, durability, leases and migrations. Knows no business word.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.github.xunbang.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
