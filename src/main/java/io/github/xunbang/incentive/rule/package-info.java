/** What a rule is: plain values, composed of audience, measures, conditions, selection, payout. */
@NullMarked
package io.github.xunbang.incentive.rule;

import org.jspecify.annotations.NullMarked;
