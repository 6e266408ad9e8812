/** Loading, routing, argument types and help; other rooms see only {@code command} itself. */
@NullMarked
package io.github.xunbang.command.internal;

import org.jspecify.annotations.NullMarked;
