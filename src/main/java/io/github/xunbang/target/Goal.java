package io.github.xunbang.target;

import io.github.xunbang.calendar.Period;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one subject should reach in one period, however it was set.
 *
 * @param subject whose
 * @param metricId which metric
 * @param period which period
 * @param base the target
 * @param stretch the 奋斗 target, or null
 * @param origin how it came about, short Chinese: {@code 电话营销员每日10个×22个工作日}
 * @param version counts the changes of the target it comes from
 */
public record Goal(
    Subject subject,
    String metricId,
    Period period,
    BigDecimal base,
    @Nullable BigDecimal stretch,
    String origin,
    int version) {}
