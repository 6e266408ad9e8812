package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.Feed;
import io.github.xunbang.metric.Formula;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.Metric.Direction;
import io.github.xunbang.metric.Metric.Kind;
import io.github.xunbang.metric.Metric.RollUp;
import io.github.xunbang.metric.Metric.Source;
import io.github.xunbang.metric.Metric.UnitValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A metric while it is put together or changed; starts as a reported one with all defaults. */
final class MetricDraft {

  String id = "";
  String name = "";
  List<String> aliases = List.of();
  String unit = "";
  Kind kind = Kind.COUNT;
  RollUp rollUp = RollUp.SUM;
  @Nullable BigDecimal min;
  @Nullable BigDecimal max;
  String definition = "";
  Source source = Source.REPORT;
  boolean active = true;
  Direction direction = Direction.HIGHER;
  @Nullable Formula formula;
  List<String> positions = List.of();
  UnitValue unitValue = UnitValue.BOTH;
  @Nullable Feed feed;

  /** Everything as {@code metric} has it. */
  static MetricDraft of(Metric metric) {
    MetricDraft draft = new MetricDraft();
    draft.id = metric.id();
    draft.name = metric.name();
    draft.aliases = metric.aliases();
    draft.unit = metric.unit();
    draft.kind = metric.kind();
    draft.rollUp = metric.rollUp();
    draft.min = metric.min();
    draft.max = metric.max();
    draft.definition = metric.definition();
    draft.source = metric.source();
    draft.active = metric.active();
    draft.direction = metric.direction();
    draft.formula = metric.formula();
    draft.positions = metric.positions();
    draft.unitValue = metric.unitValue();
    draft.feed = metric.feed();
    return draft;
  }

  Metric metric() {
    return new Metric(
        id,
        name,
        aliases,
        unit,
        kind,
        rollUp,
        min,
        max,
        definition,
        source,
        active,
        direction,
        formula,
        positions,
        unitValue,
        feed);
  }
}
