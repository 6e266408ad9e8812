package io.github.xunbang.closing;

import io.github.xunbang.calendar.Period;
import java.time.Instant;

/**
 * A period with figures is frozen and has its number; published in-process after the durable write
 * and again whenever the closing runs again, so listeners must be idempotent. A listener's
 * exception makes the closing run again.
 *
 * @param organizationId whose
 * @param period which
 * @param number 第几期
 * @param closedAt the business instant of closing
 */
public record PeriodClosed(String organizationId, Period period, int number, Instant closedAt) {}
