package io.github.xunbang.leave;

import java.time.LocalDate;

/**
 * One planned visit (S-22), for the eyes of others: the contact's phone is left out.
 *
 * @param id stable; unique within its member
 * @param memberId who goes
 * @param day business day of the visit
 * @param place where to, as typed, made harmless
 * @param person who is visited, possibly empty
 * @param time {@code 上午}, {@code 14:30}, possibly empty
 * @param purpose as typed, possibly empty
 * @param fromReport whether it was taken from the itinerary of a daily report
 * @param back whether the person said to be back
 */
public record Outing(
    String id,
    String memberId,
    LocalDate day,
    String place,
    String person,
    String time,
    String purpose,
    boolean fromReport,
    boolean back) {}
