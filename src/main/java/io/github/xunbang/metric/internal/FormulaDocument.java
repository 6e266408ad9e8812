package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.Formula;
import io.github.xunbang.metric.Formula.Ratio;
import io.github.xunbang.metric.Formula.Term;
import io.github.xunbang.metric.Formula.Weighted;
import java.math.BigDecimal;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** A {@link Formula} as stored: {@code {num, den}} or {@code {terms: [{m, w}]}}. */
final class FormulaDocument {

  private FormulaDocument() {}

  static Document store(Formula formula) {
    if (formula instanceof Ratio ratio) {
      return new Document("num", ratio.numeratorId()).append("den", ratio.denominatorId());
    }
    List<Document> terms =
        ((Weighted) formula)
            .terms().stream()
                .map(
                    term ->
                        new Document("m", term.metricId())
                            .append("w", DecimalMapping.store(term.weight())))
                .toList();
    return new Document("terms", terms);
  }

  static @Nullable Formula load(@Nullable Document stored) {
    if (stored == null) {
      return null;
    }
    return stored.containsKey("num")
        ? new Ratio(stored.getString("num"), stored.getString("den"))
        : new Weighted(
            stored.getList("terms", Document.class).stream().map(FormulaDocument::term).toList());
  }

  private static Term term(Document stored) {
    BigDecimal weight = stored.get("w", Decimal128.class).bigDecimalValue();
    return new Term(stored.getString("m"), weight);
  }
}
