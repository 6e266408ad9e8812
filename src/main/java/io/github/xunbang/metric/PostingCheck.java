package io.github.xunbang.metric;

/**
 * Looks at what is stored before a posting is written; called again when another writer came first.
 */
@FunctionalInterface
public interface PostingCheck {

  /** Accepts every posting. */
  PostingCheck NONE = (change, before) -> {};

  /**
   * Throws to stop the whole posting; nothing is stored then and the exception reaches the caller
   * of {@link Ledger#post}.
   *
   * @param change what is about to be stored
   * @param before the subject's month as it is now
   */
  void check(SubjectChange change, MonthLedger before);
}
