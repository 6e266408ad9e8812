package io.github.xunbang.incentive.settlement;

import io.github.xunbang.calendar.Period;
import java.util.List;
import java.util.Optional;

/** The 奖惩单 of organizations. Whoever shows an award to somebody asks {@link AwardSight} first. */
public interface Awards {

  /** All lines of a period, differences included, by number; empty before its settlement. */
  List<Award> of(String organizationId, Period period);

  /** The line of this number. */
  Optional<Award> find(String organizationId, int number);

  /** The settled periods, the latest first. */
  List<Period> periods(String organizationId);
}
