/** The arithmetic: rules and facts in, proposals out; no storage, no clock. */
@NullMarked
package io.github.xunbang.incentive.engine;

import org.jspecify.annotations.NullMarked;
