package io.github.xunbang.inbound;

import io.github.xunbang.message.Conversation;

/** Remembers which groups have been greeted. */
interface Greetings {

  /**
   * Whether this call is the first for {@code group}, over restarts and instances; at most one
   * caller is ever told so.
   */
  boolean first(Conversation group);
}
