package io.github.xunbang.incentive.register;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What one assessor gave one person for one period; never changed, a later one counts instead.
 *
 * @param assessorId who
 * @param points 0 to 100
 * @param at when, UTC
 * @param messageKey the message that said so
 */
record Mark(String assessorId, BigDecimal points, Instant at, String messageKey) {}
