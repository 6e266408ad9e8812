package io.github.xunbang.storage;

import java.time.Duration;

/**
 * A named right that one instance holds at a time, kept in MongoDB in real time. Holding is not for
 * ever: a holder that does not renew loses it after {@code validity}.
 */
public interface Lease {

  /**
   * Takes or renews the lease {@code name} for this instance.
   *
   * @return whether this instance holds it now
   */
  boolean acquire(String name, Duration validity);

  /** Gives the lease back if this instance holds it. */
  void release(String name);
}
