package io.github.xunbang.channel.wecom.aibot;

import io.github.xunbang.outbox.PermanentDeliveryException;
import io.github.xunbang.outbox.TransientDeliveryException;
import java.util.Set;

/** What the server's error codes mean for a delivery (wecom.md section 2.10). */
final class AibotErrors {

  static final int WRONG_CREDENTIALS = 853000;
  static final int NOT_SUBSCRIBED = 846609;

  // Wrong type, parameter or body; chat unknown, forbidden or left; reply window unknown or over.
  private static final Set<Integer> FINAL =
      Set.of(40008, 40058, 44004, 93000, 93001, 93004, 93006, 93008, 93017, 93018, 846605, 846608);

  private AibotErrors() {}

  /**
   * Returns when {@code ack} says ok. An unknown code counts as a refusal for now: the outbox
   * limits the attempts, and a new code of the platform must not cost a post.
   *
   * @throws PermanentDeliveryException refused for good
   * @throws TransientDeliveryException refused for now
   */
  static void check(String cmd, AibotFrame ack) {
    if (ack.errcode() == 0) {
      return;
    }
    String words =
        "aibot %s refused: errcode=%d errmsg=%s".formatted(cmd, ack.errcode(), ack.errmsg());
    if (FINAL.contains(ack.errcode())) {
      throw new PermanentDeliveryException(words, null);
    }
    throw new TransientDeliveryException(words, null);
  }
}
