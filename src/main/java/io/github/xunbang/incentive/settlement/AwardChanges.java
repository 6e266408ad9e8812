package io.github.xunbang.incentive.settlement;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/** The one way to change awards: guarded, once per key, every deed appended (S-145, S-146). */
public interface AwardChanges {

  /**
   * Applies {@code change} to each of these lines, again to what somebody faster made of it. A line
   * that this key has changed before stays as it is, so a repeated message does nothing twice.
   *
   * @param numbers existing numbers of the organization
   * @param key idempotency key, the message key
   * @param change made of {@link Award#acted}: state, amount, what is open and one more act may
   *     differ; returning the argument writes nothing. Runs for all lines before anything is
   *     written, so an exception it throws the first time leaves everything as it was
   * @return the lines afterwards, by number
   * @throws IllegalArgumentException for a number that does not exist
   */
  List<Award> update(
      String organizationId, Collection<Integer> numbers, String key, UnaryOperator<Award> change);
}
