package io.github.xunbang.deal;

import io.github.xunbang.metric.Feed;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One line that a deal owes the ledger; append-only. The sum of the bookings of a nominal day is
 * what the deal deserves there, wherever they were booked.
 *
 * @param actId the act that caused it; all bookings of one act are one posting
 * @param memberId whose credit
 * @param metricId which metric
 * @param measure what of the deal the metric counted then, so that the line can be taken back long
 *     after the metric counts something else
 * @param nominalDay the day on which the fact happened
 * @param bookedDay the day in the ledger: the nominal one, or the act's day if that was frozen
 * @param value added to the day's value, negative for a counter-entry
 */
public record Booking(
    String actId,
    String memberId,
    String metricId,
    Feed.Measure measure,
    LocalDate nominalDay,
    LocalDate bookedDay,
    BigDecimal value) {}
