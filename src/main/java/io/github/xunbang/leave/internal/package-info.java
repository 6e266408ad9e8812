/** Behind the door of the leave room: reading, storing and answering leave. */
@NullMarked
package io.github.xunbang.leave.internal;

import org.jspecify.annotations.NullMarked;
