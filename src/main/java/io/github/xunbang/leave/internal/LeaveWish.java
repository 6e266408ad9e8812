package io.github.xunbang.leave.internal;

import java.time.LocalDate;

/**
 * What a request for leave says.
 *
 * @param first first day
 * @param last last day, included
 * @param kind 事假, 病假 …, or empty
 * @param reason what else was typed, possibly empty
 */
record LeaveWish(LocalDate first, LocalDate last, String kind, String reason) {}
