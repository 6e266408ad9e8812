/** Schemes as stored: one guarded document per organization, and the plain form of a rule. */
@NullMarked
package io.github.xunbang.incentive.scheme.store;

import org.jspecify.annotations.NullMarked;
