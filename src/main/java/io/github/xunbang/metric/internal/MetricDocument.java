package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.Feed;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.Metric.Direction;
import io.github.xunbang.metric.Metric.Kind;
import io.github.xunbang.metric.Metric.RollUp;
import io.github.xunbang.metric.Metric.Source;
import io.github.xunbang.metric.Metric.UnitValue;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Metric} as stored; an absent bound is an absent field. Direction, formula, positions,
 * unit value and feed came later: where they are absent, the defaults hold.
 */
final class MetricDocument {

  private MetricDocument() {}

  static Document store(Metric metric) {
    Document stored =
        new Document("id", metric.id())
            .append("name", metric.name())
            .append("aliases", metric.aliases())
            .append("unit", metric.unit())
            .append("kind", metric.kind().name())
            .append("rollUp", metric.rollUp().name())
            .append("definition", metric.definition())
            .append("source", metric.source().name())
            .append("active", metric.active());
    if (metric.min() != null) {
      stored.append("min", DecimalMapping.store(metric.min()));
    }
    if (metric.max() != null) {
      stored.append("max", DecimalMapping.store(metric.max()));
    }
    stored.append("direction", metric.direction().name());
    stored.append("positions", metric.positions());
    stored.append("unitValue", metric.unitValue().name());
    if (metric.formula() != null) {
      stored.append("formula", FormulaDocument.store(metric.formula()));
    }
    if (metric.feed() != null) {
      stored.append("feed", feed(metric.feed()));
    }
    return stored;
  }

  static Metric load(Document stored) {
    return new Metric(
        stored.getString("id"),
        stored.getString("name"),
        stored.getList("aliases", String.class),
        stored.getString("unit"),
        Kind.valueOf(stored.getString("kind")),
        RollUp.valueOf(stored.getString("rollUp")),
        DecimalMapping.load(stored.get("min")),
        DecimalMapping.load(stored.get("max")),
        stored.getString("definition"),
        Source.valueOf(stored.getString("source")),
        stored.getBoolean("active"),
        Direction.valueOf(stored.get("direction", Direction.HIGHER.name())),
        FormulaDocument.load(stored.get("formula", Document.class)),
        stored.getList("positions", String.class, List.of()),
        UnitValue.valueOf(stored.get("unitValue", UnitValue.BOTH.name())),
        feed(stored.get("feed", Document.class)));
  }

  private static Document feed(Feed feed) {
    Document stored =
        new Document("measure", feed.measure().name()).append("from", feed.from().toString());
    if (feed.until() != null) {
      stored.append("until", feed.until().toString());
    }
    return feed.earlier() == null ? stored : stored.append("earlier", feed(feed.earlier()));
  }

  private static @Nullable Feed feed(@Nullable Document stored) {
    if (stored == null) {
      return null;
    }
    String until = stored.getString("until");
    return new Feed(
        Feed.Measure.valueOf(stored.getString("measure")),
        LocalDate.parse(stored.getString("from")),
        until == null ? null : LocalDate.parse(until),
        feed(stored.get("earlier", Document.class)));
  }
}
