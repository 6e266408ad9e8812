package io.github.xunbang.incentive.settlement;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.rule.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One numbered line of the 奖惩单: what a rule proposes for one subject, and everything that people
 * did to it (S-145 to S-147).
 *
 * @param organizationId whose
 * @param number what people type, unique in the organization
 * @param period settled for which period
 * @param schemeId by which scheme
 * @param schemeVersion by which version of it
 * @param rule the rule as it was then
 * @param subjectId member or unit
 * @param subjectName name at settlement
 * @param difference whether it corrects an earlier line after figures were corrected
 * @param proposed the amount as settled, negative only for a difference; null for words and for an
 *     open decision
 * @param amount the amount as it stands now, null while open and for words
 * @param words 待改进 …, or empty
 * @param working the steps with the numbers put in, and the ledger serials they rest on
 * @param open why a person must decide, or null once decided
 * @param state where it stands
 * @param acts what happened to it, oldest first
 */
public record Award(
    String organizationId,
    int number,
    Period period,
    String schemeId,
    int schemeVersion,
    Rule rule,
    String subjectId,
    String subjectName,
    boolean difference,
    @Nullable BigDecimal proposed,
    @Nullable BigDecimal amount,
    String words,
    List<String> working,
    @Nullable String open,
    State state,
    List<Act> acts) {

  /** Where a line stands. */
  public enum State {
    PROPOSED,
    CONFIRMED,
    PUBLISHED,
    /** Frozen until the scheme's owner decides. */
    OBJECTED,
    /** Objected to and decided; stands with its amount. */
    DECIDED,
    VOID
  }

  /** What somebody did. */
  public enum Deed {
    PROPOSED,
    AMOUNT_SET,
    CONFIRMED,
    SIGNED,
    PUBLISHED,
    OBJECTED,
    UPHELD,
    CHANGED,
    VOIDED
  }

  /**
   * One entry; never changed.
   *
   * @param deed what
   * @param memberId who, null for the bot
   * @param at when, UTC
   * @param note amount or reason as typed, or empty
   */
  public record Act(Deed deed, @Nullable String memberId, Instant at, String note) {}

  public Award {
    working = List.copyOf(working);
    acts = List.copyOf(acts);
  }

  /** The same line after somebody did something to it. */
  public Award acted(
      Act act, State newState, @Nullable BigDecimal newAmount, @Nullable String newOpen) {
    List<Act> all = new ArrayList<>(acts);
    all.add(act);
    return new Award(
        organizationId,
        number,
        period,
        schemeId,
        schemeVersion,
        rule,
        subjectId,
        subjectName,
        difference,
        proposed,
        newAmount,
        words,
        working,
        newOpen,
        newState,
        all);
  }

  /** The same line in another state after somebody did something to it. */
  public Award acted(Act act, State newState) {
    return acted(act, newState, amount, open);
  }

  /** The latest deed of this kind. */
  public Optional<Act> last(Deed deed) {
    return acts.stream().filter(act -> act.deed() == deed).reduce((one, next) -> next);
  }

  /** Whether it counts for payroll. */
  public boolean isSettled() {
    return state == State.PUBLISHED || state == State.DECIDED;
  }
}
