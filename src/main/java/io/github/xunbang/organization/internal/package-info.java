/** Behind the door of the organization room: storage, roster rules and chat commands. */
@NullMarked
package io.github.xunbang.organization.internal;

import org.jspecify.annotations.NullMarked;
