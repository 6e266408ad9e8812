package io.github.xunbang.deal;

import java.math.BigDecimal;

/**
 * One person's part of a deal (S-55). It counts from the start; a refusal gives it back to the
 * owner.
 *
 * @param memberId whose
 * @param part more than 0, at most 1, with at most four decimals
 * @param confirmation what the person said to it
 */
public record Share(String memberId, BigDecimal part, Confirmation confirmation) {

  /** What a collaborator said; the owner's own share needs no word. */
  public enum Confirmation {
    OWN,
    ASKED,
    CONFIRMED,
    /** Nobody answered in time, and the organization's rule let it stand. */
    SILENT
  }

  public Share {
    if (part.signum() <= 0 || part.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("A share lies above 0 and up to 1: " + part);
    }
  }
}
