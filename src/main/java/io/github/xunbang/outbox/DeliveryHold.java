package io.github.xunbang.outbox;

import io.github.xunbang.message.Conversation;
import java.time.Instant;
import java.util.Optional;

/**
 * May hold posts back for a while: quiet hours. Rooms that know organizations implement it as a
 * bean; answers ({@link Post.Lane#REPLY}) are never asked about.
 */
public interface DeliveryHold {

  /**
   * The business instant until which a post of this lane waits, or empty when it may go now.
   *
   * @param now business time
   */
  Optional<Instant> until(
      String organizationId, Conversation conversation, Post.Lane lane, Instant now);
}
