package io.github.xunbang.metric;

import java.util.List;

/**
 * What a posting did.
 *
 * @param replayed whether the message key was already stored, so that nothing changed now
 * @param posted one per change, in the posting's order
 */
public record PostingResult(boolean replayed, List<Posted> posted) {

  /**
   * One stored change.
   *
   * @param entry the ledger line
   * @param after the subject's month after it
   */
  public record Posted(LedgerEntry entry, MonthLedger after) {}

  public PostingResult {
    posted = List.copyOf(posted);
  }
}
