package io.github.xunbang.incentive.scheme.store;

import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Selection;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Who gets something, as plain maps: audience, conditions, selection. */
final class WhoForm {

  private static final String MIN = "min";
  private static final String ABOVE = "above";
  private static final String MAX = "max";
  private static final String BELOW = "below";
  private static final String BEST = "best";
  private static final String LAST = "last";
  private static final String RACE = "race";

  private final MeasureForm measures;
  private final UnaryOperator<String> metrics;

  WhoForm(UnaryOperator<String> metrics) {
    this.metrics = metrics;
    this.measures = new MeasureForm(metrics);
  }

  Audience audience(Fields fields) {
    Audience audience =
        new Audience(
            fields.word("of", Audience.Kind.MEMBERS),
            fields.texts("positions"),
            fields.textOrNull("within"),
            fields.textOrNull("kind"),
            fields.textOrNull("class"),
            fields.word("standing", Audience.Standing.ANY));
    fields.done();
    return audience;
  }

  static Map<String, Object> write(Audience audience) {
    return new Plain()
        .unless(audience.kind() == Audience.Kind.MEMBERS, "of", audience.kind())
        .unless(audience.positions().isEmpty(), "positions", audience.positions())
        .with("within", audience.withinId())
        .with("kind", audience.unitKind())
        .with("class", audience.unitClass())
        .unless(audience.standing() == Audience.Standing.ANY, "standing", audience.standing())
        .map();
  }

  /** {@code min} and {@code max} include the limit itself, {@code above} and {@code below} not. */
  Condition condition(Fields fields) {
    Measure measure = measures.read(fields.fields("measure"));
    Condition condition =
        new Condition(
            fields.word("of", Condition.Of.SELF),
            measure,
            limitOrNull(fields, fields.has(MIN) ? MIN : ABOVE),
            fields.has(MIN),
            limitOrNull(fields, fields.has(MAX) ? MAX : BELOW),
            fields.has(MAX),
            fields.whole("in-a-row", 1));
    fields.done();
    return condition;
  }

  static Map<String, Object> write(Condition condition) {
    return new Plain()
        .unless(condition.of() == Condition.Of.SELF, "of", condition.of())
        .with("measure", MeasureForm.write(condition.measure()))
        .with(condition.minInclusive() ? MIN : ABOVE, writeOrNull(condition.min()))
        .with(condition.maxInclusive() ? MAX : BELOW, writeOrNull(condition.max()))
        .unless(condition.consecutive() == 1, "in-a-row", condition.consecutive())
        .map();
  }

  /** {@code best: 3} or {@code last: 3} with {@code by}, {@code race: 3}, or nothing: everyone. */
  Selection selection(Fields fields) {
    Selection selection = places(fields);
    fields.done();
    return selection;
  }

  private Selection places(Fields fields) {
    if (fields.has(BEST)) {
      return new Selection.Best(measures.read(fields.fields("by")), fields.whole(BEST, 0));
    }
    if (fields.has(LAST)) {
      return new Selection.Last(measures.read(fields.fields("by")), fields.whole(LAST, 0));
    }
    if (fields.has(RACE)) {
      return new Selection.Race(
          metrics.apply(fields.text("metric")),
          Objects.requireNonNull(limitOrNull(fields, "line"), "A race needs a line"),
          fields.whole(RACE, 0),
          limitOrNull(fields, "fallback"));
    }
    throw fields.unknown("selection");
  }

  static Map<String, Object> write(Selection selection) {
    if (selection instanceof Selection.Best best) {
      return new Plain().with(BEST, best.places()).with("by", MeasureForm.write(best.by())).map();
    }
    if (selection instanceof Selection.Last last) {
      return new Plain().with(LAST, last.places()).with("by", MeasureForm.write(last.by())).map();
    }
    Selection.Race race = (Selection.Race) selection;
    return new Plain()
        .with(RACE, race.places())
        .with("metric", race.metricId())
        .with("line", writeOrNull(race.line()))
        .with("fallback", writeOrNull(race.fallback()))
        .map();
  }

  /** A number, or {@code base} or {@code stretch} for the subject's own target. */
  private static @Nullable Limit limitOrNull(Fields fields, String key) {
    String typed = fields.textOrNull(key);
    if (typed == null) {
      return null;
    }
    for (GoalLine line : GoalLine.values()) {
      if (Fields.word(line).equals(typed)) {
        return new Limit.Goal(line);
      }
    }
    return new Limit.Number(fields.number(key));
  }

  private static @Nullable Object writeOrNull(@Nullable Limit limit) {
    return limit instanceof Limit.Number number
        ? number.value()
        : limit == null ? null : ((Limit.Goal) limit).line();
  }
}
