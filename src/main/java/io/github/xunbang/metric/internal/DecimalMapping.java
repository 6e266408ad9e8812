package io.github.xunbang.metric.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** Exact numbers in and out of documents. */
final class DecimalMapping {

  private DecimalMapping() {}

  static Decimal128 store(BigDecimal value) {
    return new Decimal128(value);
  }

  static Document store(Map<String, BigDecimal> values) {
    Document stored = new Document();
    values.forEach((metric, value) -> stored.append(metric, store(value)));
    return stored;
  }

  static @Nullable BigDecimal load(@Nullable Object stored) {
    return stored == null ? null : ((Decimal128) stored).bigDecimalValue();
  }

  static Map<String, BigDecimal> load(Document stored) {
    Map<String, BigDecimal> values = new HashMap<>(stored.size() * 2);
    stored.forEach((metric, value) -> values.put(metric, ((Decimal128) value).bigDecimalValue()));
    return values;
  }
}
