package io.github.xunbang.report.grammar;

import io.github.xunbang.metric.Metric;
import org.jspecify.annotations.Nullable;

/**
 * A metric's name or alias as typed.
 *
 * @param metric which
 * @param meant the word meant when a sound-alike was typed (一向: 意向), else null
 * @param length chars typed
 */
record MetricWord(Metric metric, @Nullable String meant, int length) {}
