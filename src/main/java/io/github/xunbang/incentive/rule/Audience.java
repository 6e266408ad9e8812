package io.github.xunbang.incentive.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a rule concerns. Guests never (S-26).
 *
 * @param kind people or units
 * @param positions jobs, only for people; empty means every job. The job on the period's last day
 *     (or the person's last day) counts (S-03)
 * @param withinId only in and below this unit, or null
 * @param unitKind 门店, 小组, 城市 …, only for units, or null for every kind
 * @param unitClass A, B or C of the unit, or of a person's home unit; null for all
 * @param standing everybody, only people on probation, or only those who are not
 */
public record Audience(
    Kind kind,
    List<String> positions,
    @Nullable String withinId,
    @Nullable String unitKind,
    @Nullable String unitClass,
    Standing standing) {

  /** Everybody with a quota. */
  public static final Audience EVERYBODY =
      new Audience(Kind.MEMBERS, List.of(), null, null, null, Standing.ANY);

  /** Whether people or units are judged. */
  public enum Kind {
    MEMBERS,
    UNITS
  }

  /** Whether probation matters (S-103, S-104). */
  public enum Standing {
    ANY,
    PROBATION,
    REGULAR
  }

  public Audience {
    positions = List.copyOf(positions);
  }

  /** People of one job. */
  public static Audience position(String position) {
    return new Audience(Kind.MEMBERS, List.of(position), null, null, null, Standing.ANY);
  }

  /** All units of one kind. */
  public static Audience units(String unitKind) {
    return new Audience(Kind.UNITS, List.of(), null, unitKind, null, Standing.ANY);
  }
}
