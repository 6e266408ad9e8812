package io.github.xunbang.leave.internal;

/**
 * What a request for leave says.
 *
 * @param span from which half day to which
 * @param kind 事假, 病假 …, or empty
 * @param reason what else was typed, possibly empty
 */
record LeaveWish(Span span, String kind, String reason) {}
