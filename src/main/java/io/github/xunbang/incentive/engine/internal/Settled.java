package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.incentive.engine.Line;
import io.github.xunbang.incentive.engine.Outcome;
import java.math.BigDecimal;
import java.util.List;

/**
 * What came of one rule.
 *
 * @param pool what its ties over the last place leave to be shared out by people
 */
record Settled(List<Line> lines, List<Outcome.Finding> findings, BigDecimal pool) {}
