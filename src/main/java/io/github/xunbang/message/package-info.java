/** What comes in and goes out of a conversation, whatever the vendor calls it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.github.xunbang.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
