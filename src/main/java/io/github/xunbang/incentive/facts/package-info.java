/** What the engine reads, taken from ledger, targets, roster, reports and registers. */
@NullMarked
package io.github.xunbang.incentive.facts;

import org.jspecify.annotations.NullMarked;
