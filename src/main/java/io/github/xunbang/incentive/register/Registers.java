package io.github.xunbang.incentive.register;

import io.github.xunbang.calendar.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** The room's reading door to ballots, scores and probation. */
public interface Registers {

  /** Number of ballots by member id; one ballot per voter and period. */
  Map<String, Integer> votes(String organizationId, Period period);

  /**
   * The weighted score by member id of a sheet (季度考核): over the assessors that have scored, their
   * weights added up to 1 again (S-110).
   */
  Map<String, BigDecimal> scores(String organizationId, String sheet, Period period);

  /** Ids of those on probation on {@code day}. */
  Set<String> onProbation(String organizationId, LocalDate day);
}
