package io.github.xunbang.approval.internal;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.message.Conversation;
import org.jspecify.annotations.Nullable;

/**
 * A request with what its handler need not know.
 *
 * @param key idempotency key
 * @param askedIn where it was made; an outcome said there needs no private message
 * @param requesterUserId whom to tell, on the channel of {@code askedIn}
 * @param decision null while it waits
 */
record Request(
    Approval approval,
    String key,
    Conversation askedIn,
    String requesterUserId,
    @Nullable Decision decision) {

  int number() {
    return approval.number();
  }

  /** Whether nobody has decided, or the decision was not carried out yet. */
  boolean open() {
    return decision == null || !decision.done();
  }

  Request decided(@Nullable Decision next) {
    return new Request(approval, key, askedIn, requesterUserId, next);
  }
}
