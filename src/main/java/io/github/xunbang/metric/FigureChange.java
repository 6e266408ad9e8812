package io.github.xunbang.metric;

import java.math.BigDecimal;

/**
 * What happens to one metric's value of one day.
 *
 * @param metricId which metric
 * @param operation set, add or clear
 * @param value the number to set or add (元 for amounts); ignored for CLEAR
 */
public record FigureChange(String metricId, Operation operation, BigDecimal value) {

  /** SET replaces the day's value, ADD adds to it (negative subtracts), CLEAR makes it absent. */
  public enum Operation {
    SET,
    ADD,
    CLEAR
  }
}
