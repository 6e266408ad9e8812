/** Files made from plain tables: xlsx sheets. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.github.xunbang.render;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
