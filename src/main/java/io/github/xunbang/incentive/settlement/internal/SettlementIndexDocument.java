package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.storage.GuardedDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An organization's settlements with their numbers, so that all is found by {@code _id}.
 *
 * @param id the organization
 */
@Document("settlement_indexes")
record SettlementIndexDocument(@Id String id, long revision, List<Entry> entries)
    implements GuardedDocument {

  /** One settlement; days as ISO text. */
  record Entry(
      String type,
      String start,
      String end,
      int sequence,
      String attempt,
      int first,
      int count,
      Instant at) {

    static Entry of(Settlement one) {
      Period period = one.key().period();
      return new Entry(
          period.type().name(),
          period.start().toString(),
          period.end().toString(),
          one.key().sequence(),
          one.attempt(),
          one.first(),
          one.count(),
          one.at());
    }

    Settlement settlement(String organizationId) {
      Period period =
          new Period(PeriodType.valueOf(type), LocalDate.parse(start), LocalDate.parse(end));
      return new Settlement(
          new SettlementKey(organizationId, period, sequence),
          attempt,
          first,
          count,
          at,
          List.of(),
          List.of());
    }
  }
}
