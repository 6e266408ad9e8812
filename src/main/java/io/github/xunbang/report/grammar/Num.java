package io.github.xunbang.report.grammar;

import io.github.xunbang.command.ParsedNumber;
import java.math.BigDecimal;

/**
 * A number with its measure word.
 *
 * @param number as scanned
 * @param value exact value, 半 behind the measure word included
 * @param measure 个, 单 …, or empty
 * @param vague whether it must be asked for
 * @param bindable false for 3点, 7天, 第3 and the like, which no metric takes
 */
record Num(
    ParsedNumber number, BigDecimal value, String measure, boolean vague, boolean bindable) {}
