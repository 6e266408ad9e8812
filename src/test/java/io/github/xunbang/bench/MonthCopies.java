package io.github.xunbang.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;

/** Makes of one stored month that of another subject: the same days with other figures. */
record MonthCopies(String organizationId, Document model) {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final Duration NIGHT = Duration.ofHours(12);

  /**
   * A month with {@code number}/500 of the model's figures in half pieces, sums kept.
   *
   * @param number 1 to 1,000
   */
  Document of(String subject, YearMonth month, int number) {
    Document days = new Document();
    Map<String, BigDecimal> exact = new LinkedHashMap<>();
    Map<String, Map<String, BigDecimal>> sums = new LinkedHashMap<>();
    Document reported = new Document();
    for (Map.Entry<String, Object> one : model.get("days", Document.class).entrySet()) {
      int day = Integer.parseInt(one.getKey());
      if ((number + day) % 29 > 0) {
        Document sheet = day((Document) one.getValue(), exact, number, (number + day) % 61 == 0);
        days.put(one.getKey(), sheet);
        for (String part : List.of("m", "x" + (day > 20 ? 3 : day > 10 ? 2 : 1))) {
          reported.merge(part, 1, (sum, more) -> (int) sum + (int) more);
          Map<String, BigDecimal> of = sums.computeIfAbsent(part, key -> new LinkedHashMap<>());
          sheet
              .get("v", Document.class)
              .forEach(
                  (metric, value) ->
                      of.merge(metric, ((Decimal128) value).bigDecimalValue(), BigDecimal::add));
        }
      }
    }
    Document stored = new Document();
    sums.forEach((part, of) -> stored.put(part, decimals(of)));
    Document copy = new Document(model);
    copy.put("_id", organizationId + "|" + subject + "|" + month);
    copy.put("sums", stored);
    copy.put("rep", reported);
    copy.put("days", days);
    return copy;
  }

  private static Document day(
      Document sheet, Map<String, BigDecimal> exact, int number, boolean late) {
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    sheet
        .get("v", Document.class)
        .forEach(
            (metric, value) -> {
              BigDecimal before = exact.getOrDefault(metric, BigDecimal.ZERO);
              BigDecimal share =
                  ((Decimal128) value)
                      .bigDecimalValue()
                      .multiply(BigDecimal.valueOf(number))
                      .divide(BigDecimal.valueOf(500));
              exact.put(metric, before.add(share));
              values.put(metric, halves(before.add(share)).subtract(halves(before)));
            });
    List<Document> entries = new ArrayList<>();
    for (Document entry : sheet.getList("e", Document.class)) {
      List<Document> steps = new ArrayList<>();
      values.forEach(
          (metric, value) ->
              steps.add(new Document("m", metric).append("a", new Decimal128(value))));
      Document other = new Document(entry);
      other.put("steps", steps);
      if (late) {
        other.put("at", Date.from(entry.getDate("at").toInstant().plus(NIGHT)));
      }
      entries.add(other);
    }
    Document copy = new Document(sheet);
    copy.put("v", decimals(values));
    copy.put("e", entries);
    return copy;
  }

  private static BigDecimal halves(BigDecimal value) {
    return value.multiply(TWO).setScale(0, RoundingMode.HALF_UP).divide(TWO);
  }

  private static Document decimals(Map<String, BigDecimal> values) {
    Document stored = new Document();
    values.forEach((metric, value) -> stored.put(metric, new Decimal128(value)));
    return stored;
  }
}
