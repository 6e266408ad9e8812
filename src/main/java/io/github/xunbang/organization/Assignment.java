package io.github.xunbang.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member's position and unit from a day on (S-03): the quota follows the position valid on the
 * day, the figures follow the unit.
 *
 * @param since first business day
 * @param position job, for example 电话营销员, or null
 * @param unitId home unit, or null
 */
public record Assignment(LocalDate since, @Nullable String position, @Nullable String unitId) {}
