package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The cases of the period that an organization looked at last, and of the one before it.
 *
 * @param id organization
 * @param revision guards each write
 * @param rounds oldest first, at most two
 */
@Document("recoveries")
record RecoveryDocument(@Id String id, long revision, List<Round> rounds) {

  /** The cases of one period. */
  record Round(String type, String start, String end, List<RecoveryCase> cases) {

    Period period() {
      return new Period(PeriodType.valueOf(type), LocalDate.parse(start), LocalDate.parse(end));
    }
  }
}
