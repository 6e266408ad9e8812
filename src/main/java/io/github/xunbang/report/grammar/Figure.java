package io.github.xunbang.report.grammar;

import java.math.BigDecimal;

/**
 * One understood figure.
 *
 * @param metricId which metric
 * @param operation what the number does to the day's value
 * @param value the number, 元 for amounts; never negative for SET and HYPHEN
 * @param fragment what was typed
 * @param at where the fragment begins in {@link ParsedReport#text()}
 */
public record Figure(
    String metricId, Operation operation, BigDecimal value, String fragment, int at) {

  /** What a number does. */
  public enum Operation {
    /** Replaces the day's value. */
    SET,
    /** Adds to it; a negative value subtracts (意向减2). */
    ADD,
    /**
     * {@code 意向-12}: subtracts from a value stored that day, and is asked (12, or minus 12) when
     * none is stored.
     */
    HYPHEN
  }
}
