/** The parts of the arithmetic. */
@NullMarked
package io.github.xunbang.incentive.engine.internal;

import org.jspecify.annotations.NullMarked;
