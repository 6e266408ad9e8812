package io.github.xunbang.metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a reporter's place; {@code ranking} implements it, {@code report} prints it. */
public interface Standings {

  /**
   * A place on a running board.
   *
   * @param place competition rank, 1 is best
   * @param of how many have reported
   * @param gapToNext what is missing to the next better place, null at the top
   * @param previousPlace the place before this report, null when there was none
   */
  record Standing(
      int place, int of, @Nullable BigDecimal gapToNext, @Nullable Integer previousPlace) {

    /**
     * Whether the place may be said in a group without shaming: upper half or risen (design section
     * 5).
     */
    public boolean fitForGroup() {
      return place * 2 <= of + 1 || (previousPlace != null && place < previousPlace);
    }
  }

  /**
   * The place in the running 旬 of {@code day}, from a board at most 5 s old with the member's own
   * fresh sum put in.
   *
   * @param freshSum the member's sum in that 旬 after the report
   */
  Optional<Standing> inXun(
      String organizationId, String memberId, Metric metric, LocalDate day, BigDecimal freshSum);
}
