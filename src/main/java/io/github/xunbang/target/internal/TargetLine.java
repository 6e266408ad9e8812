package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.target.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one line after 目标 says, in whatever order it was said. */
final class TargetLine {

  /**
   * A metric with its numbers (S-37: a line may hold several).
   *
   * @param stretch the 奋斗 number, or null
   */
  record Leg(Metric metric, ParsedNumber base, @Nullable ParsedNumber stretch) {}

  /** A name with a number: weights and amounts of a split. */
  record Part(Subject subject, ParsedNumber number) {}

  @Nullable Subject subject;
  @Nullable Period period;
  @Nullable Cadence cadence;
  @Nullable BigDecimal share;
  @Nullable BigDecimal growth;
  final List<Metric> metrics = new ArrayList<>();
  final List<Leg> legs = new ArrayList<>();
  final List<Part> parts = new ArrayList<>();

  /** Numbers that stand for themselves: the base before the metric, weights over months. */
  final List<ParsedNumber> numbers = new ArrayList<>();

  @Nullable ParsedNumber stretch;

  /** Words like 请假扣减, 按月, 生效. */
  final Set<String> words = new LinkedHashSet<>();

  boolean setsSomething() {
    return !legs.isEmpty()
        || !numbers.isEmpty()
        || stretch != null
        || share != null
        || growth != null;
  }

  boolean has(String word) {
    return words.contains(word);
  }
}
