package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.target.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** Targets in and out of documents; names are short because a month may hold ten thousand. */
final class TargetMapping {

  private TargetMapping() {}

  static Document store(StoredTarget target) {
    TargetKey key = target.key();
    Document stored =
        new Document("k", key.subject().kind().name())
            .append("s", key.subject().id())
            .append("m", key.metricId());
    Period period = key.period();
    if (period == null) {
      stored.append("c", String.valueOf(key.cadence()));
    } else {
      stored
          .append("t", period.type().name())
          .append("f", period.start().toString())
          .append("u", period.end().toString());
    }
    return stored.append("v", target.versions().stream().map(TargetMapping::store).toList());
  }

  static StoredTarget load(Document stored) {
    Subject subject =
        new Subject(Subject.Kind.valueOf(stored.getString("k")), stored.getString("s"));
    String cadence = stored.getString("c");
    TargetKey key =
        cadence != null
            ? TargetKey.of(subject, stored.getString("m"), Cadence.valueOf(cadence))
            : TargetKey.of(subject, stored.getString("m"), period(stored));
    return new StoredTarget(
        key, stored.getList("v", Document.class).stream().map(TargetMapping::version).toList());
  }

  private static Period period(Document stored) {
    return new Period(
        PeriodType.valueOf(stored.getString("t")),
        LocalDate.parse(stored.getString("f")),
        LocalDate.parse(stored.getString("u")));
  }

  private static Document store(Version version) {
    Draft draft = version.draft();
    Document stored =
        new Document("n", version.number())
            .append("d", version.since().toString())
            .append("a", version.actorId())
            .append("at", Date.from(version.at()));
    append(stored, "b", draft.base());
    append(stored, "x", draft.stretch());
    append(stored, "p", draft.share());
    if (draft.leaveShrinks()) {
      stored.append("l", true);
    }
    return stored;
  }

  private static Version version(Document stored) {
    return new Version(
        stored.getInteger("n"),
        new Draft(
            decimal(stored.get("b")),
            decimal(stored.get("x")),
            decimal(stored.get("p")),
            stored.getBoolean("l", false)),
        LocalDate.parse(stored.getString("d")),
        stored.getString("a"),
        stored.getDate("at").toInstant());
  }

  private static void append(Document stored, String name, @Nullable BigDecimal value) {
    if (value != null) {
      stored.append(name, new Decimal128(value));
    }
  }

  private static @Nullable BigDecimal decimal(@Nullable Object stored) {
    return stored == null ? null : ((Decimal128) stored).bigDecimalValue();
  }
}
