package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a line has said so far; {@link RuleReader} fills it, {@link RuleBuilder} makes rules of it.
 */
final class Written {

  /** How those who get something are chosen. */
  enum Choice {
    ALL,
    BEST,
    LAST,
    RACE
  }

  /** An end of a condition: a number or one's own target. */
  record Bound(@Nullable ParsedNumber number, @Nullable GoalLine goal, boolean inclusive) {}

  /** A condition as written; {@code on} is null while nothing counted was named before it. */
  static final class Requirement {
    final Condition.Of of;
    final @Nullable Mention on;
    final @Nullable Bound min;
    final @Nullable Bound max;
    final String text;
    @Nullable BigDecimal pays;

    Requirement(
        Condition.Of of,
        @Nullable Mention on,
        @Nullable Bound min,
        @Nullable Bound max,
        String text) {
      this.of = of;
      this.on = on;
      this.min = min;
      this.max = max;
      this.text = text;
    }
  }

  /** Places and their amount. */
  record Places(int from, int to, BigDecimal amount) {}

  /** One part of the line that gives something. */
  static final class Clause {
    Choice choice = Choice.ALL;
    int places;
    @Nullable Bound line;
    @Nullable GoalLine fill;
    @Nullable Mention by;
    final List<BigDecimal> amounts = new ArrayList<>();
    final List<Places> tiers = new ArrayList<>();
    boolean same;
    @Nullable BigDecimal percent;
    boolean perPiece;
    boolean shortfall;
    @Nullable Mention of;
    @Nullable String words;
    boolean discretion;
    Rule.@Nullable Sense sense;

    boolean givesNothing() {
      return tiers.isEmpty()
          && amounts.isEmpty()
          && percent == null
          && !perPiece
          && words == null
          && !discretion;
    }
  }

  final List<Mention> mentions = new ArrayList<>();
  final List<Requirement> requirements = new ArrayList<>();
  final List<Clause> clauses = new ArrayList<>(List.of(new Clause()));
  final List<String> positions = new ArrayList<>();
  final Map<String, BigDecimal> shares = new LinkedHashMap<>();
  final Map<String, BigDecimal> regions = new LinkedHashMap<>();
  Audience.@Nullable Kind kind;
  @Nullable String unitKind;
  @Nullable String withinId;
  @Nullable String unitClass;
  Audience.@Nullable Standing standing;
  @Nullable PeriodType period;
  @Nullable String campaign;
  @Nullable BigDecimal otherShares;
  Measure.@Nullable Value factor;
  @Nullable BigDecimal least;
  @Nullable BigDecimal most;
  @Nullable BigDecimal cap;
  boolean warns;
  int retestMonths;
  int streak = 1;
  @Nullable String title;
  boolean points;
  boolean yuan;

  Clause clause() {
    return clauses.get(clauses.size() - 1);
  }

  /** Notes that something counted is named, once however often. */
  Mention mention(Measure measure, String text) {
    for (Mention known : mentions) {
      if (known.measure().equals(measure)) {
        return known;
      }
    }
    Mention mention = new Mention(measure, text);
    mentions.add(mention);
    return mention;
  }

  /** What the next phrase is about: the last thing named that nothing used yet, else the last. */
  @Nullable Mention pick() {
    Mention picked = mentions.isEmpty() ? null : mentions.get(mentions.size() - 1);
    for (Mention mention : mentions) {
      picked = mention.used ? picked : mention;
    }
    if (picked != null) {
      picked.used = true;
    }
    return picked;
  }
}
