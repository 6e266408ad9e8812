package io.github.xunbang.leave.internal;

import java.time.Instant;

/**
 * One change of one leave; never changed or removed (design section 2).
 *
 * @param messageKey what caused it
 * @param actor id of the member who did it, or the name of somebody not enrolled
 * @param at business instant
 * @param leaveId which leave
 * @param before what stood there, empty for a new one
 * @param after what stands there now
 */
record LeaveEntry(
    String messageKey, String actor, Instant at, String leaveId, String before, String after) {}
