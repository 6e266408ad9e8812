package io.github.xunbang.leave.internal;

import io.github.xunbang.command.Caller;
import io.github.xunbang.leave.internal.LeaveYear.Cause;
import io.github.xunbang.organization.Member;
import java.time.Instant;
import java.util.Objects;

/**
 * Somebody asks for leave, for oneself or for somebody else.
 *
 * @param caller who asks
 * @param subject whose leave
 * @param wish when and why
 * @param key idempotency key: the message key
 * @param at business instant
 */
record LeaveRequest(Caller caller, Member subject, LeaveWish wish, String key, Instant at) {

  boolean own() {
    return subject.id().equals(caller.memberId());
  }

  Cause cause() {
    return cause(caller, key, at);
  }

  static Cause cause(Caller caller, String key, Instant at) {
    return new Cause(key, Objects.requireNonNullElse(caller.memberId(), caller.name()), at);
  }
}
