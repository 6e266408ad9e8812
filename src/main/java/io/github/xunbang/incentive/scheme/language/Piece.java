package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.organization.Unit;
import org.jspecify.annotations.Nullable;

/** The smallest thing in a written rule that means something. */
sealed interface Piece {

  /** A piece and how it was typed. */
  record Typed(Piece piece, String text) {}

  /** An exact number. */
  record Number(ParsedNumber read) implements Piece {}

  /** Something that is counted: a metric, 缺报, 口碑, 季度考核. */
  record Figure(Measure measure) implements Piece {}

  /** 完成率 of one of the lines; null for 占比. Turns the figure before it. */
  record Ratio(@Nullable GoalLine line) implements Piece {}

  /** A job. */
  record Job(String position) implements Piece {}

  /** One unit of the team. */
  record Branch(Unit unit) implements Piece {}

  /** Units of this kind are judged; null for every kind. */
  record UnitKind(@Nullable String kind) implements Piece {}

  /** A, B or C. */
  record UnitClass(String unitClass) implements Piece {}

  /** A kind of period. */
  record Span(PeriodType type) implements Piece {}

  /** A campaign. */
  record Event(String campaign) implements Piece {}

  /** What is said instead of money. */
  record Words(String words) implements Piece {}

  /** 基础目标, 奋斗目标. */
  record Goal(GoalLine line) implements Piece {}

  /** 半年复核. */
  record Retest(int months) implements Piece {}

  /** 不足由基础目标补. */
  record Fill(GoalLine line) implements Piece {}

  /** 标题开门红. */
  record Title(String title) implements Piece {}

  /** A word that only steers how its neighbours are read. */
  enum Mark implements Piece {
    EACH,
    SAME,
    TOP,
    TAIL,
    FIRST,
    ORDINAL,
    RANK,
    TO,
    MEASURE_WORD,
    POINTS,
    SHORT,
    REWARD,
    DEDUCT,
    CAP,
    WARN,
    PROBATION,
    REGULAR,
    EVERYBODY,
    OTHERS,
    SHARES,
    TIMES,
    COMPOSITE,
    WEIGHT,
    AT_LEAST,
    MORE_THAN,
    LESS_THAN,
    AT_MOST,
    AND_MORE,
    OR_LESS,
    ZERO,
    MET,
    MISSED,
    STREAK,
    HOME,
    SELF,
    DISCRETION,
    FILLER
  }
}
