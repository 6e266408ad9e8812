/** What is wrong with rules before they start, and the most that they can pay. */
@NullMarked
package io.github.xunbang.incentive.scheme.checks;

import org.jspecify.annotations.NullMarked;
